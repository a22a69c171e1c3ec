using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Cli;

/// <summary>Codes and reconciliation on the command line, without a host: the instance, a vendor in a JSON file, is started for the command.</summary>
public sealed class CodesCommandTests : IDisposable
{
    private readonly CliRun _cli = new();

    public CodesCommandTests()
    {
        _cli.Folder.Write("appsettings.json", $$"""
            { "Plugins": { "Folders": [ {{JsonSerializer.Serialize(Path.Combine(AppContext.BaseDirectory, "sample-plugins"))}} ] },
              "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>", "Route": { "Instance": "cloud", "Queue": "q1" } } },
              "Instances": { "cloud": { "Plugin": "Paper", "Codes": { "customer_inactivity": "Gone quiet" }, "Options": { "File": {{JsonSerializer.Serialize(Vendor)}} } } } }
            """);
        _cli.Folder.Write("vendor.json", """{ "codes": [{ "id": "r", "name": "Issue resolved" }, { "id": "t", "name": "Task created" }, { "id": "g", "name": "Gone quiet" }, { "id": "x", "name": "Vendor own" }] }""");
    }

    private string Vendor => Path.Combine(_cli.Folder.Path, "vendor.json");

    public void Dispose() => _cli.Dispose();

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task Codes_AddRenameRetire_AreListed()
    {
        Assert.Equal("refund: add done\n", (await _cli.CallAsync("codes", "add", "refund", "--label", "Refund", "--translation", "de=Erstattet")).Out);
        Assert.Equal("refund: nothing to add, the code is there already\n", (await _cli.CallAsync("codes", "add", "refund", "--label", "Refund")).Out);
        Assert.Equal(0, (await _cli.CallAsync("codes", "rename", "refund", "--label", "Refund issued", "--json")).Exit);
        Assert.Contains("Refund issued", (await _cli.CallAsync("codes", "list")).Out);
        Assert.Equal(0, (await _cli.CallAsync("codes", "retire", "refund")).Exit);
        var retired = (await _cli.CallAsync("codes", "list", "--state", "Retired", "--json")).Json.AsArray();
        Assert.Equal(("refund", "Erstattet"), ((string)retired.Single()!["key"]!, (string)retired[0]!["translations"]!["de"]!));
        var audit = (await _cli.CallAsync("audit", "list", "--json")).Json.AsArray();
        Assert.Equal(["code retire", "code rename", "code translate", "code add"], audit.Select(a => (string)a!["action"]!));
        Assert.All(audit, a => Assert.Equal("admin:command-line", (string?)a!["by"]));
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public async Task Codes_SyncDriftAndMap_BringBothSidesTogether()
    {
        var drift = await _cli.CallAsync("codes", "drift", "--json");
        Assert.Equal((0, 2), (drift.Exit, drift.Json[0]!["drift"]!.AsArray().Count(d => (string?)d!["change"] == "SameName")));
        Assert.Contains("no mapping", (await _cli.CallAsync("codes", "map")).Out is "(none)\n" ? "no mapping" : "mappings");

        var planned = await _cli.CallAsync("codes", "sync", "--json");
        Assert.Equal(0, planned.Exit);
        var plan = (string)planned.Json[0]!["plan"]!;
        Assert.Contains("1 of 2", $"{(await _cli.CallAsync("codes", "sync", "cloud", "--apply", plan, "--only", "1", "--json")).Json[0]!["taken"]!.AsArray().Count} of {planned.Json[0]!["steps"]!.AsArray().Count}");
        var stale = await _cli.CallAsync("codes", "sync", "cloud", "--apply", plan);
        Assert.Equal(2, stale.Exit);
        Assert.Contains("look at it again", stale.ErrorLine);
        var rest = (string)(await _cli.CallAsync("codes", "sync", "cloud", "--json")).Json[0]!["plan"]!;
        Assert.Equal(0, (await _cli.CallAsync("codes", "sync", "cloud", "--apply", rest)).Exit);

        var mappings = (await _cli.CallAsync("codes", "map", "--json")).Json.AsArray().Select(m => $"{m!["vendorId"]}={m["code"]}");
        Assert.Equal(["x=cloud_vendor_own", "g=customer_inactivity", "r=issue_resolved", "t=task_created"], mappings);
        Assert.Contains("both sides agree", (await _cli.CallAsync("codes", "drift")).Out);

        Delete("r");
        var broken = await _cli.CallAsync("codes", "drift");
        Assert.Equal(1, broken.Exit);
        Assert.Contains("'Issue resolved' was deleted at the vendor; 'issue_resolved' is mapped to it", broken.Out);
        Assert.Equal(0, (await _cli.CallAsync("codes", "map", "cloud", "x", "--remove")).Exit);
        Assert.Equal(0, (await _cli.CallAsync("codes", "add", "own", "--label", "Own")).Exit);
        Assert.Equal(0, (await _cli.CallAsync("codes", "map", "cloud", "Vendor own", "own")).Exit);
    }

    [Fact]
    public async Task Check_And_Enable_SayWhatIsNotMapped()
    {
        var check = await _cli.CallAsync("plugins", "check", "cloud");
        Assert.Equal(1, check.Exit);
        Assert.Contains("not mapped for instance 'cloud'", check.Out);
        Assert.Contains("not mapped for instance 'cloud'", (await _cli.CallAsync("plugins", "enable", "cloud")).Error);
    }

    [Fact]
    public async Task Report_Reconcile_AndSweeps_OnAnEmptyStore_AreClean()
    {
        Assert.Equal(0, (await _cli.CallAsync("sweeps", "run", "code-sync")).Exit);
        Assert.StartsWith("0 closed from", (await _cli.CallAsync("codes", "report", "--last", "7d")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await _cli.CallAsync("codes", "report", "--from", "2026-01-01", "--json")).Json["closed"]!);
        var report = await _cli.CallAsync("reconcile", "--json");
        Assert.Equal((0, true), (report.Exit, (bool)report.Json["clean"]!));
    }

    [Fact]
    [Trait("Requirement", "H16")]
    public async Task Reconcile_ItemNobodyKnows_IsToldAndEndedOnRepair()
    {
        Change(v => v["items"] = JsonNode.Parse("""[{ "externalId": "stray", "state": "Queued", "rank": 1, "at": "2026-03-02T09:00:00Z" }]"""));
        var report = await _cli.CallAsync("reconcile", "cloud");
        Assert.Equal(1, report.Exit);
        Assert.Contains("no interaction of ours stands for it", report.Out);
        var repair = await _cli.CallAsync("reconcile", "cloud", "--repair", "--json");
        Assert.Equal((0, 1), (repair.Exit, (int)repair.Json["repaired"]!));
        Assert.Equal(2, (await _cli.CallAsync("outbox", "list", "--json")).Json.AsArray().Count);
    }

    private void Delete(string code) => Change(v => v["codes"]!.AsArray().RemoveAll(c => (string?)c!["id"] == code));

    private void Change(Action<JsonObject> change)
    {
        var vendor = JsonNode.Parse(File.ReadAllText(Vendor))!.AsObject();
        change(vendor);
        File.WriteAllText(Vendor, vendor.ToJsonString());
    }
}
