using Connector.Contracts;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Tests.Clock;

namespace Connector.Runtime.Tests.Plugins.Instances;

public sealed class PluginInstancesTests
{
    private const string Mixed = """
        { "Instances": {
            "one": { "Plugin": "One", "Options": { "Greeting": "hello from" } },
            "two": { "Plugin": "Two", "Options": { "Greeting": "hello from" } },
            "again": { "Plugin": "Two", "Options": { "Greeting": "once more" }, "Agents": { "77": "ann" } },
            "off": { "Plugin": "One", "Enabled": false, "Options": { "Greeting": "" } },
            "starts-badly": { "Plugin": "Faulty", "Options": { "Fault": "Start" } },
            "future": { "Plugin": "Future" }, "broken": { "Plugin": "FaultyLoad" }, "gone": { "Plugin": "Nowhere" },
            "faulty-options": { "Plugin": "One", "Options": { "Greting": "x", "Token": "plain" } } } }
        """;

    private readonly ManualTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H03")]
    public async Task Start_GoodAndBadTogether_TheGoodRunAndTheBadSayWhy()
    {
        await using var instances = new PluginInstances(Samples.Catalog, Samples.Json(Mixed), Samples.Around(_time));
        await instances.StartAsync(Cancellation);
        (string, InstanceState, string?)[] expected =
        [
            ("again", InstanceState.Running, null), ("broken", InstanceState.Failed, "plugin 'FaultyLoad' is broken"),
            ("faulty-options", InstanceState.Failed, "Instances:faulty-options:Options:Greting: is not known"), ("future", InstanceState.Incompatible, "built for contract 2.3"),
            ("gone", InstanceState.Failed, "plugin 'Nowhere' was not found"), ("off", InstanceState.Disabled, "switched off"), ("one", InstanceState.Running, null),
            ("starts-badly", InstanceState.Failed, "InvalidOperationException"), ("two", InstanceState.Running, null),
        ];
        Assert.Equal(expected.Select(e => (e.Item1, e.Item2)), instances.All.OrderBy(i => i.Id, StringComparer.Ordinal).Select(i => (i.Id, i.Status.State)));
        Assert.All(expected, e => Assert.StartsWith(e.Item3 ?? "", instances.Find(e.Item1)!.Status.Reason ?? "", StringComparison.Ordinal));
        Assert.Equal("done", (await Samples.RouteAsync((await Samples.StartedAsync("None", _time)))).ExternalId);
    }

    [Fact]
    [Trait("Requirement", "H02")]
    public async Task Call_TwoVersionsOfOneLibrary_WorkSideBySide()
    {
        await using var instances = new PluginInstances(Samples.Catalog, Samples.Json(Mixed), Samples.Around(_time));
        await instances.StartAsync(Cancellation);
        Assert.Equal("hello from tiny 1 1.0.0.0", (await Samples.RouteAsync(instances.Find("one")!)).ExternalId);
        Assert.Equal("hello from new in two 2.0.0.0", (await Samples.RouteAsync(instances.Find("two")!)).ExternalId);
        Assert.Equal("once more new in two 2.0.0.0", (await Samples.RouteAsync(instances.Find("again")!)).ExternalId);
        Assert.Equal("ann", instances.Find("AGAIN")!.Settings.Agents["77"]);
    }

    [Fact]
    [Trait("Requirement", "H07")]
    public void Faults_ManyInstances_AllAtOnceAndNothingApplied()
    {
        var settings = Samples.Json("""
            { "Instances": { "a b": { "Plugin": "One", "Options": { "Greeting": "x" } }, "b": { "Plguin": "One" }, "c": { "Plugin": "Nowhere", "Enabled": "maybe" },
              "d": { "Plugin": "Future", "Agents": { "7": "" } }, "e": { "Plugin": "One", "Options": { "Token": "secret:env:NO" } } } }
            """);
        var faults = PluginInstances.Faults(Samples.Catalog, settings, Samples.Around(_time).Secrets);
        string[] expected =
        [
            "Instances:a b", "Instances:b:Plguin", "Instances:b:Plugin", "Instances:c:Enabled", "Instances:c:Plugin", "Instances:d:Agents:7", "Instances:d:Plugin",
            "Instances:e:Options:Greeting", "Instances:e:Options:Token",
        ];
        Assert.Equal(expected, faults.Select(f => f.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Faults_GoodSettings_None() =>
        Assert.Empty(PluginInstances.Faults(
            Samples.Shipped,
            Samples.Json("""{ "Instances": { "awa": { "Plugin": "Awa", "Enabled": true, "Options": { "Queues": [ { "Id": "support", "Skills": [] } ], "Agents": [ { "Id": "ann", "Email": "ann@example.org", "Skills": [], "Capacity": { "Email": 3 } } ] } } } }"""),
            Samples.Around(_time).Secrets));

    [Fact]
    public async Task Retry_StartFailedForAPassingReason_IsTriedWhenItsTimeHasCome()
    {
        await using var instances = new PluginInstances(Samples.Catalog, Samples.Json("""{ "Instances": { "x": { "Plugin": "Faulty", "Options": { "Fault": "StartUnavailable" } } } }"""), Samples.Around(_time));
        await instances.StartAsync(Cancellation);
        var since = instances.All[0].Status.Since;
        _time.Advance(TimeSpan.FromSeconds(14));
        await instances.RetryAsync(Cancellation);
        Assert.Equal(since, instances.All[0].Status.Since);
        _time.Advance(TimeSpan.FromSeconds(1));
        await instances.RetryAsync(Cancellation);
        Assert.Equal(since.AddSeconds(15), instances.All[0].Status.Since);
    }

    [Fact]
    public async Task Awa_InItsOwnContext_RoutesThroughTheHost()
    {
        var settings = Samples.Json("""{ "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [ { "Id": "support" } ], "Agents": [ { "Id": "ann", "Email": "ann@example.org", "Available": true } ] } } } }""");
        await using var instances = new PluginInstances(Samples.Shipped, settings, Samples.Around(_time));
        await instances.StartAsync(Cancellation);
        var awa = instances.Find("awa")!;
        Assert.Null(awa.Status.Reason);
        await Samples.RouteAsync(awa);
        var offers = await awa.CallAsync<IOfferWork, IReadOnlyList<WorkOffer>>((a, token) => a.OffersAsync("ann", token), Cancellation);
        Assert.Equal("i-1", Assert.Single(offers).InteractionId);
        Assert.All(await awa.CheckAsync(Cancellation), p => Assert.True(p.Ok));
    }
}
