using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Checks;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Stubbed;

[Collection(GenesysStubs.Collection)]
public sealed class CheckTests(GenesysStubs stubs)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H08")]
    public async Task Check_HealthyVendor_ReportsEachProbeSeparately()
    {
        await using var rig = await StubRig.NewAsync(stubs, with: o => o.Queues = [Known.Support, Known.Billing]);
        var probes = await ProbesAsync(rig);
        Assert.All(probes, p => Assert.True(p.Ok, p.Detail));
        string[] expected =
        [
            "credentials", "reachability and clock",
            "permission routing:queue:view", "permission routing:wrapupCode:view", "permission conversation:communication:view", "permission analytics:conversationDetail:view",
            "permission conversation:email:create", "permission conversation:communication:blindTransfer", "permission conversation:email:assign", "permission conversation:email:park",
            "permission conversation:participant:wrapup", "permission conversation:communication:disconnect", "permission routing:wrapupCode:add", "permission routing:wrapupCode:edit",
            "permission routing:queue:edit", "queues", "wrap-up codes", "queue Support: codes", "queue Support: members", "queue Support: wrap-up", "queue Support: manual assignment",
            "queue Billing: codes", "queue Billing: members", "queue Billing: wrap-up", "queue Billing: manual assignment", "agents", "polling", "to prove: wrap-up", "to prove: search", "to prove: later mail",
        ];
        Assert.Equal(expected, probes.Select(p => p.Name));
    }

    [Theory]
    [Trait("Requirement", "H08")]
    [InlineData("routing:wrapupCode:add")]
    [InlineData("routing:wrapupCode:edit")]
    [InlineData("routing:queue:edit")]
    [InlineData("conversation:communication:view")]
    [InlineData("conversation:email:create")]
    [InlineData("conversation:communication:blindTransfer")]
    [InlineData("conversation:email:assign")]
    [InlineData("conversation:email:park")]
    [InlineData("conversation:participant:wrapup")]
    [InlineData("conversation:communication:disconnect")]
    [InlineData("analytics:conversationDetail:view")]
    public async Task Check_OnePermissionMissing_FailsThatProbeAlone(string permission)
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await stubs.SetAsync("permissions", permission, Cancellation);
        var failed = Assert.Single(await ProbesAsync(rig), p => !p.Ok);
        Assert.Equal($"permission {permission}", failed.Name);
        Assert.Contains(permission, failed.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "H08")]
    [InlineData("routing:queue:view", "permission routing:queue:view,set-up")]
    [InlineData("routing:wrapupCode:view", "permission routing:wrapupCode:view,set-up")]
    public async Task Check_ListsNotPermitted_FailsTheSetUpTooButNotTheRest(string permission, string failed)
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await stubs.SetAsync("permissions", permission, Cancellation);
        Assert.Equal(failed.Split(','), (await ProbesAsync(rig)).Where(p => !p.Ok).Select(p => p.Name));
    }

    [Fact]
    [Trait("Requirement", "H08")]
    public async Task Check_WrongSecret_FailsCredentialsAndStops()
    {
        await using var rig = await StubRig.NewAsync(stubs, started: false, with: o => o.ClientSecret = "wrong");
        Assert.Equal(("credentials", false), Assert.Single((await ProbesAsync(rig)).Select(p => (p.Name, p.Ok))));
    }

    [Theory]
    [Trait("Requirement", "H08")]
    [InlineData("clock", "Ahead", "reachability and clock")]
    [InlineData("codes", "Hidden", "wrap-up codes")]
    [InlineData("queues", "Hidden", "queues")]
    public async Task Check_ClockOrListsNotRight_FailsThatProbe(string scenario, string state, string probe)
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await stubs.SetAsync(scenario, state, Cancellation);
        var failed = (await ProbesAsync(rig)).Where(p => !p.Ok).ToArray();
        Assert.Equal(probe, Assert.Single(failed).Name);
        Assert.NotNull(failed[0].Hint);
    }

    [Fact]
    [Trait("Requirement", "H08")]
    public async Task Check_QueueOrTimeoutCodeThatIsNotThere_IsNamed()
    {
        await using var rig = await StubRig.NewAsync(stubs, with: o => (o.Queues, o.TimeoutCodes) = ([Known.Support, "no-such-queue"], ["Agent did not choose", "no-such-code"]));
        Assert.Equal(["queue no-such-queue", "timeout code no-such-code"], (await ProbesAsync(rig)).Where(p => !p.Ok).Select(p => p.Name));
    }

    [Fact]
    public async Task Check_VendorDown_FailsEachAndThrowsNothing()
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await rig.FaultAsync("Unavailable");
        var probes = await ProbesAsync(rig);
        Assert.True(probes.Single(p => p.Name == "credentials").Ok);
        Assert.All(probes.Where(p => p.Name.StartsWith("permission", StringComparison.Ordinal)), p => Assert.False(p.Ok));
    }

    [Fact]
    public async Task Check_WithoutProbingWrites_AsksOnlyToRead()
    {
        await using var rig = await StubRig.NewAsync(stubs, with: o => o.ProbeWrites = false);
        await ProbesAsync(rig);
        Assert.DoesNotContain(await stubs.JournalAsync(Cancellation), e => e.Url.Contains(PermissionProbes.Nobody, StringComparison.Ordinal) && e.Method != "GET");
    }

    private static async Task<IReadOnlyList<Probe>> ProbesAsync(StubRig rig)
    {
        List<Probe> probes = [];
        await foreach (var probe in rig.Genesys.CheckAsync(Cancellation)) probes.Add(probe);
        return probes;
    }
}
