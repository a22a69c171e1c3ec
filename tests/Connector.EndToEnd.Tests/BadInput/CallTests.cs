using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.BadInput;

/// <summary>Wrong calls and settings: what is wrong, where, and exit code 2.</summary>
public sealed class CallTests
{
    private const string FaultySettings = """
        { "Tenent": "x", "Api": { "Url": "ftp://x" }, "Mail": { "Limit": "25 apples" }, "Rules": { "WrapUpTimeout": "soon" },
          "Channels": { "support": { "Type": "Pigeon", "Route": { "Instance": "nope", "Queue": "q" } } },
          "Instances": { "awa": { "Plugin": "Awa", "Options": { "Agents": [{ "Id": "ann", "Email": "no address" }], "Colour": "red" } } } }
        """;

    private static readonly string[] Faults =
    [
        "Api:Url", "Channels:support:From", "Channels:support:Route:Instance", "Channels:support:Type", "Mail:Limit", "Rules:WrapUpTimeout", "Tenent",
    ];

    private static readonly string[] OptionFaults = ["Instances:awa:Options:Agents:0:Email", "Instances:awa:Options:Colour", "Instances:awa:Options:Queues"];

    [Fact]
    public async Task Run_FaultySettings_NamesEveryFaultAndStartsNothing()
    {
        await using var work = new Workspace();
        work.Environment.Clear();
        work.Settle(FaultySettings);
        var ended = (await work.CallAsync("run")).With(2);
        Assert.All(Faults, fault => Assert.Contains($"  {fault}: ", ended.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(work.Data), "nothing was begun");
    }

    [Fact]
    public async Task ConfigValidate_FaultySettings_TellsKeyLimitValueHint()
    {
        await using var work = new Workspace();
        work.Environment.Clear();
        var file = work.Write("faulty.json", FaultySettings);
        var told = (await work.CallAsync("config", "validate", file, "--json")).With(2).Json;
        Assert.Equal(Faults.Concat(OptionFaults).Order(StringComparer.Ordinal), told["faults"]!.AsArray().Select(f => (string)f!["key"]!).Order(StringComparer.Ordinal));
        var tenant = told["faults"]!.AsArray().Single(f => (string?)f!["key"] == "Tenent")!;
        Assert.Contains("Tenant", (string?)tenant["hint"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("statos", "did you mean 'status'")]
    [InlineData("run --colour", "--colour")]
    [InlineData("ingest no-such-file.eml", "no-such-file.eml")]
    [InlineData("parse no-such-file.eml", "no-such-file.eml")]
    [InlineData("ingest . --mailbox sales", "sales")]
    [InlineData("run --settings no-such.json", "no-such.json")]
    [InlineData("keys add --role Emperor", "Emperor")]
    [InlineData("sweeps run spring-cleaning", "spring-cleaning")]
    [InlineData("status", "connector-data")]
    public async Task Call_WrongWord_IsNamedWithExitCode2(string call, string named)
    {
        await using var work = new Workspace();
        var ended = (await work.CallAsync(call.Split(' '))).With(2);
        Assert.Contains(named, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_UnknownId_IsNamedWithExitCode2()
    {
        await using var work = new Workspace();
        work.Write("a.eml", new Letter("a@customer.example", "anna@customer.example", "Hello", "Hello").Bytes);
        (await work.CallAsync("ingest", "a.eml")).With(0);
        foreach (var call in new[] { "show i-99", "outbox show o-99", "outbox retry o-99", "quarantine release q-99", "keys revoke nobody", "plugins restart nobody" })
            Assert.Contains(call.Split(' ')[^1], (await work.CallAsync(call.Split(' '))).With(2).Error, StringComparison.Ordinal);
    }
}
