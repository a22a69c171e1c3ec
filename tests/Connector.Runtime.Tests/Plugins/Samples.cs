using System.Text;
using Connector.Adapters.Contract;
using Connector.Contracts;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Tests.Clock;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>The sample plugins beside these tests, good and bad, and what it takes to run them.</summary>
internal static class Samples
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "sample-plugins");

    public static PluginCatalog Catalog { get; } = Load([Folder]);

    public static PluginCatalog Shipped { get; } = Load([PluginCatalog.DefaultFolder]);

    public static PluginCatalog Load(string[] folders, string[]? allowed = null) =>
        PluginCatalog.Load(folders, allowed, NullLogger<PluginCatalog>.Instance);

    public static IConfiguration Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    public static InstanceSurroundings Around(ManualTime time, params (string Name, string Value)[] environment)
    {
        var mask = new SecretMask();
        var known = environment.ToDictionary(e => e.Name, e => e.Value);
        return new(new SecretResolver(mask, Folder, known.GetValueOrDefault), mask, Host, time, NullLoggerFactory.Instance);
    }

    /// <summary>One instance <c>x</c> of the plugin that fails where it is told.</summary>
    public static PluginInstance Faulty(string fault, ManualTime time) =>
        new PluginInstances(
            Catalog,
            Json($$"""{ "Instances": { "x": { "Plugin": "Faulty", "Options": { "Fault": "{{fault}}", "Token": "secret:env:TOKEN" } } } }"""),
            Around(time, ("TOKEN", "hunter2hunter2"))).All[0];

    public static async Task<PluginInstance> StartedAsync(string fault, ManualTime time)
    {
        var instance = Faulty(fault, time);
        await instance.StartAsync(TestContext.Current.CancellationToken);
        return instance;
    }

    public static Task<RoutedWork> RouteAsync(PluginInstance instance, int attempt = 1, CancellationToken? cancellation = null) =>
        instance.CallAsync<IRouteWork, RoutedWork>(
            (adapter, token) => adapter.RouteAsync(Work, new("k", "c", attempt), token), cancellation ?? TestContext.Current.CancellationToken).AsTask();

    private static RouteWork Work => new()
    {
        InteractionId = "i-1",
        Round = 1,
        Queue = "support",
        ChannelType = ChannelType.Email,
        WaitingSince = TestAdapterHost.Start,
    };

    private static TestAdapterHost Host(string instance) => new(new MemoryInstanceState(), instance);
}
