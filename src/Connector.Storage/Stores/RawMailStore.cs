using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>The bytes of kept mails, by the id of their message or quarantine item.</summary>
public sealed class RawMailStore
{
    private static readonly Statement Get = new("SELECT \"Bytes\" FROM \"RawMails\" WHERE \"Id\" = $1");

    private readonly StoreAccess _store;

    internal RawMailStore(StoreAccess store) => _store = store;

    public Task<byte[]?> GetAsync(long id, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(Get.With(id), row => row.Blob(0), cancellation), cancellation);
}
