using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Codes;

/// <summary>Administrators and a vendor with a list of codes, played through the door. Names are ids with a capital: <c>v1</c> is what the vendor calls <c>V1</c> unless said otherwise.</summary>
internal sealed class CodePlay
{
    public const string Cloud = TestSetup.External;

    public CodePlay(Capability can = Capability.ListCodes | Capability.SaveCodes | Capability.ListDirectory)
    {
        var setup = TestSetup.Create();
        Scenario = new Scenario(setup with { Capabilities = setup.Capabilities.SetItem(Cloud, setup.CapabilitiesOf(Cloud) | can) });
    }

    public Scenario Scenario { get; }

    public Catalogue Catalogue => Scenario.Door.Known(Read([])).Catalogue!;

    public Setup Setup => Scenario.Door.Setup;

    public CodeMap Map => new(Catalogue.Mappings.Values);

    public IReadOnlyList<DriftItem> Drift => Engine.Codes.Drift.Of(Catalogue, Cloud, Setup);

    public Plan Plan => Plan.Of(Catalogue, Cloud, Setup);

    public IReadOnlyList<OutboxRow> Calls => Scenario.Store.Where<OutboxRow>(r => r.InteractionId == 0);

    public IReadOnlyList<Activity> Lines => [.. Scenario.Store.All<Activity>()];

    public Answer Add(string key, string? label = null, bool push = false) => Give(new AddCode { Key = key, Label = label ?? key, Push = push, At = Now, By = Admin, Correlation = "c" });

    public Answer Rename(string key, string label, bool push = false) => Give(new RenameCode { Key = key, Label = label, Push = push, At = Now, By = Admin, Correlation = "c" });

    public Answer Retire(string key, bool push = false) => Give(new RetireCode { Key = key, Push = push, At = Now, By = Admin, Correlation = "c" });

    public Answer Translate(string key, string language, string? label) => Give(new TranslateCode { Key = key, Language = language, Label = label, At = Now, By = Admin, Correlation = "c" });

    public Answer MapTo(string vendor, string? code, string queue = "") => Give(new MapCode { Instance = Cloud, VendorCode = vendor, Code = code, Queue = queue, At = Now, By = Admin, Correlation = "c" });

    public Answer Apply(string? plan = null, params int[] only) =>
        Give(new ApplyPlan { Instance = Cloud, Plan = plan ?? Plan.Fingerprint, Only = only.Length == 0 ? null : only, At = Now, By = Admin, Correlation = "c" });

    public Answer Sees(params VendorCode[] codes) => Give(Read(codes));

    public Answer Give(Input input)
    {
        var answer = Scenario.Handle(input);
        var setup = Scenario.Door.Setup;
        Scenario.Door.Setup = setup with { CodeMap = Map, Codes = Catalogue.Codes.Values.Where(c => c.IsActive).Aggregate(setup.Codes.Clear(), (all, c) => all.SetItem(c.Key, c.Label)) };
        return answer;
    }

    /// <summary>The vendor takes the oldest waiting call.</summary>
    public Answer Taken(string? vendorId = null) => Give(new CallFinished
    {
        At = Now, By = Actor.OfInstance(Cloud), Correlation = "c", OutboxId = Calls.First(r => r.State == OutboxState.Waiting).Id, Result = new CallResult.Succeeded(vendorId),
    });

    public static CatalogueRead Read(IReadOnlyList<VendorCode> codes, IReadOnlyList<VendorQueue>? queues = null, IReadOnlyList<VendorAgent>? agents = null, params (string Code, string Vendor)[] named) => new()
    {
        Instance = Cloud, Codes = codes, Queues = queues, Agents = agents, Named = named.ToDictionary(n => n.Code, n => n.Vendor), At = Scenario.Start, By = Actor.Sweep("code-sync"), Correlation = "c",
    };

    private DateTimeOffset Now => Scenario.Now;

    private static Actor Admin => new("admin:root", AgentRole.Administrator);
}
