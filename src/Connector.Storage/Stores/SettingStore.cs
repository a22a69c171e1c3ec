using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>Small facts that outlive the process (<c>clock.offset</c>).</summary>
public sealed class SettingStore
{
    private static readonly Statement Get = new("SELECT \"Value\" FROM \"Settings\" WHERE \"Tenant\" = $1 AND \"Key\" = $2");
    private static readonly Statement Put = new("""
        INSERT INTO "Settings" ("Tenant", "Key", "Value") VALUES ($1, $2, $3) ON CONFLICT ("Tenant", "Key") DO UPDATE SET "Value" = excluded."Value"
        """);
    private static readonly Statement Drop = new("DELETE FROM \"Settings\" WHERE \"Tenant\" = $1 AND \"Key\" = $2");

    private readonly StoreAccess _store;

    internal SettingStore(StoreAccess store) => _store = store;

    public Task<string?> GetAsync(string key, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(Get.With(_store.Tenant, key), row => row.Text(0), cancellation), cancellation);

    /// <summary>Null removes the setting.</summary>
    public Task SetAsync(string key, string? value, Beside<string?>? beside = null, CancellationToken cancellation = default) =>
        _store.ActAsync(async session =>
        {
            await session.ExecuteAsync(value is null ? Drop.With(_store.Tenant, key) : Put.With(_store.Tenant, key, value), cancellation);
            return value;
        }, beside, cancellation);
}
