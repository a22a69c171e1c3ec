using System.Security.Cryptography;
using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>Uploaded files, each content once.</summary>
public sealed class UploadStore
{
    private static readonly Statement Get = new("SELECT \"Bytes\" FROM \"Uploads\" WHERE \"Tenant\" = $1 AND \"Hash\" = $2");

    private readonly StoreAccess _store;
    private readonly Statement _insert;

    internal UploadStore(StoreAccess store)
    {
        _store = store;
        _insert = store.Table<Upload>().InsertWith("ON CONFLICT DO NOTHING");
    }

    /// <summary>Keeps the bytes; answers their hash, under which they are had again.</summary>
    public async Task<string> AddAsync(byte[] bytes, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var upload = new Upload { Tenant = _store.Tenant, Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes, Size = bytes.Length, CreatedAt = now };
        await _store.ExecuteAsync(_insert.With(_store.Table<Upload>().Values(upload)), cancellation, Urgency.Command);
        return upload.Hash;
    }

    public Task<byte[]?> GetAsync(string hash, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(Get.With(_store.Tenant, hash), row => row.Blob(0), cancellation), cancellation);
}
