using Connector.Storage;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>Looks into the store of a workspace, as a backup or report program would: reading only.</summary>
internal sealed class StoreReading : IAsyncDisposable
{
    private readonly Store _store;

    private StoreReading(Store store) => _store = store;

    public static async Task<StoreReading> OpenAsync(Workspace work, string? connection = null) =>
        new(await Store.OpenAsync(new StoreOptions { Folder = work.Data, ConnectionString = connection, ReadOnly = true }));

    public async Task<int> CountAsync<T>(Func<ConnectorDb, IQueryable<T>> rows)
    {
        await using var db = _store.Read();
        return await rows(db).CountAsync();
    }

    public async Task<List<T>> ListAsync<T>(Func<ConnectorDb, IQueryable<T>> rows)
    {
        await using var db = _store.Read();
        return await rows(db).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
