using Connector.Adapters.Contract;
using Connector.Contracts;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Plugins.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>An instance <c>x</c> around an adapter of the test's own.</summary>
internal static class InProcess
{
    public static async Task<PluginInstance> StartedAsync(IAdapter adapter, TimeProvider time, ILoggerFactory? loggers = null)
    {
        var plugin = new FoundPlugin("Own", "", PluginState.Loaded, null) { Entry = PluginEntry.Of(new Own(adapter)) };
        var settings = ConfiguredInstance.Read(Samples.Json("""{ "Instances": { "x": { "Plugin": "Own" } } }""")).Settings[0];
        var mask = new SecretMask();
        var instance = new PluginInstance(settings, plugin, new(new SecretResolver(mask, "", _ => null), mask, _ => new TestAdapterHost(new MemoryInstanceState(), "x"), time, loggers ?? NullLoggerFactory.Instance)
        {
            StartTimeout = TimeSpan.FromHours(1),
        });
        await instance.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(InstanceState.Running, instance.Status.State);
        return instance;
    }

    public sealed class NoOptions;

    private sealed class Own(IAdapter adapter) : IPlugin<NoOptions>
    {
        public IAdapter Create(NoOptions options, IAdapterHost host) => adapter;
    }
}
