using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Tests.Kit;

/// <summary>The one door over memory: look up, decide, apply under the version check, answer.</summary>
internal sealed class MemoryDoor(Setup setup, IFresh? fresh = null)
{
    private readonly EngineRules _rules = new();
    private readonly IFresh _fresh = fresh ?? new CountingFresh();

    public Setup Setup { get; set; } = setup;

    public MemoryStore Store { get; } = new();

    public Outcome Handle(Input input)
    {
        var outcome = Decide(input);
        Store.Apply(outcome);
        return outcome;
    }

    /// <summary>What would come of it; nothing is kept.</summary>
    public Outcome Decide(Input input) => _rules.Decide(input, Known(input), new Given(Setup, _fresh));

    public Known Known(Input input) => new MemoryLookUp(Store).Find(_rules.LookUpFor(input));
}
