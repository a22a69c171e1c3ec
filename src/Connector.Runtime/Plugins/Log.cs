using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Instances;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Event ids 2000 to 2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Plugin {Plugin}: {State}, {Reason}")]
    public static partial void PluginFound(ILogger logger, string plugin, PluginState state, string reason);

    [LoggerMessage(2001, LogLevel.Warning, "Plugin folder {Folder} cannot be read: {Reason}")]
    public static partial void FolderUnreadable(ILogger logger, string folder, string reason);

    [LoggerMessage(2010, LogLevel.Information, "Instance {Instance}: {State}")]
    public static partial void InstanceChanged(ILogger logger, string instance, InstanceState state);

    [LoggerMessage(2011, LogLevel.Warning, "Instance {Instance}: {State}, {Reason}")]
    public static partial void InstanceTroubled(ILogger logger, string instance, InstanceState state, string reason);

    [LoggerMessage(2012, LogLevel.Warning, "Instance {Instance} could not be closed cleanly: {Reason}")]
    public static partial void CloseFailed(ILogger logger, string instance, string reason);

    [LoggerMessage(2013, LogLevel.Warning, "Instance {Instance}: {Call} failed, {Reason}")]
    public static partial void CallFailed(ILogger logger, string instance, string call, string reason);
}
