using Connector.Host.Cli.Running;
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
            ConnectionString = loaded.Settings.Data.ConnectionString,
            ReadOnly = true,
            MachineTime = call.Around.Time,
        },
        cancellation);
}
