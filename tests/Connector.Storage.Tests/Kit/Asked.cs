using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Storage.Tests.Kit;

/// <summary>An input that brings its own decision, so that each test says what the rules would do.</summary>
internal sealed record Asked : Input
{
    public LookUp LookUp { get; init; } = new LookUp.None();

    public required Func<Known, Given, Outcome> Decide { get; init; }

    public static Asked Of(LookUp lookUp, Func<Known, Given, Outcome> decide) => new()
    {
        At = Samples.Now, By = Actor.Mail, Correlation = "test", LookUp = lookUp, Decide = decide,
    };

    public static Asked Of(Func<Given, Outcome> decide) => Of(new LookUp.None(), (_, given) => decide(given));

    /// <summary>Stores the rows as they are.</summary>
    public static Asked Storing(params object[] rows) => Of(_ => new Outcome(new Answer.Done()) { Inserts = rows });
}

internal sealed class AskedRules : IRules
{
    public static readonly Setup Setup = new() { Tenant = "default", Signer = new TokenSigner([new SigningKey('a', new byte[32])]) };

    public LookUp LookUpFor(Input input) => ((Asked)input).LookUp;

    public Outcome Decide(Input input, Known known, Given given) => ((Asked)input).Decide(known, given);
}
