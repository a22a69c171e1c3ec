using Connector.Host.Cli.Running;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;

namespace Connector.Host.Cli.Access;

/// <summary>Reads open the store read-only, whether or not a host runs.</summary>
internal static class ReadAccess
{
    public static Task<Store> OpenAsync(Invocation call, LoadedSettings loaded, CancellationToken cancellation) => Store.OpenAsync(
        new StoreOptions
        {
            Tenant = loaded.Settings!.Tenant,
            Folder = loaded.DataFolder.Root,
            ConnectionString = ConnectionText.Resolve(loaded.Settings.Data.ConnectionString, new SecretResolver(new SecretMask(), loaded.SecretFolder, call.Around.Environment.GetValueOrDefault)),
            ReadOnly = true,
            MachineTime = call.Around.Time,
        },
        cancellation);
}
