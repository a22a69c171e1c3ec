using System.Security.Cryptography;
using System.Text;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>Keys that sign tokens in mail, and keys of the API.</summary>
public sealed class KeyStore
{
    private const int SecretBytes = 32;
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];
    private static readonly Statement Retire = new("UPDATE \"SigningKeys\" SET \"RetiredAt\" = $1 WHERE \"Tenant\" = $2 AND \"Id\" = $3");
    private static readonly Statement DropRetired = new("DELETE FROM \"SigningKeys\" WHERE \"Tenant\" = $1 AND \"Id\" = $2 AND \"RetiredAt\" IS NOT NULL");
    private static readonly Statement Revoke = new("UPDATE \"ApiKeys\" SET \"RevokedAt\" = $1, \"RevokedBy\" = $2 WHERE \"Tenant\" = $3 AND \"Id\" = $4 AND \"RevokedAt\" IS NULL");

    private readonly StoreAccess _store;
    private readonly Statement _signing;
    private readonly Statement _insertSigning;
    private readonly Statement _apiKey;
    private readonly Statement _apiKeys;
    private readonly Statement _insertApiKey;

    internal KeyStore(StoreAccess store)
    {
        _store = store;
        var (signing, api) = (store.Table<SigningKeyRow>(), store.Table<ApiKeyRow>());
        _signing = signing.Select("WHERE \"Tenant\" = $1 ORDER BY \"CreatedAt\" DESC, \"Id\"");
        _insertSigning = signing.InsertWith("");
        _apiKey = api.Select("WHERE \"Tenant\" = $1 AND \"Id\" = $2");
        _apiKeys = api.Select("WHERE \"Tenant\" = $1 ORDER BY \"CreatedAt\", \"Id\"");
        _insertApiKey = api.InsertWith("");
    }

    /// <summary>The keys in force, the signing one first; makes the first at first start.</summary>
    public async Task<IReadOnlyList<SigningKey>> SigningKeysAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var rows = await _store.ReadAsync(session => SigningRowsAsync(session, cancellation), cancellation);
        return rows.Count > 0 || _store.IsReadOnly ? InForce(rows) : await RotateAsync(now, cancellation: cancellation);
    }

    /// <summary>A new key signs from now on; tokens of the one before stay accepted, older ones no more.</summary>
    public Task<IReadOnlyList<SigningKey>> RotateAsync(DateTimeOffset now, Beside<IReadOnlyList<SigningKey>>? beside = null, CancellationToken cancellation = default) =>
        _store.ActAsync(async session =>
        {
            var rows = await SigningRowsAsync(session, cancellation);
            foreach (var old in rows.Where(r => r.RetiredAt is null).Skip(1)) await session.ExecuteAsync(Retire.With(now, old.Tenant, old.Id), cancellation);
            return (IReadOnlyList<SigningKey>)InForce([await AddAsync(session, rows, now, cancellation), .. rows.Where(r => r.RetiredAt is null).Take(1)]);
        }, beside, cancellation);

    /// <summary>Makes an API key; its text is shown this once.</summary>
    public async Task<string> CreateApiKeyAsync(AgentRole role, string? agent, string by, DateTimeOffset now, Beside<string>? beside = null, CancellationToken cancellation = default)
    {
        var (id, secret) = (Base32.Encode(RandomNumberGenerator.GetBytes(5)), Base32.Encode(RandomNumberGenerator.GetBytes(SecretBytes)));
        var row = new ApiKeyRow { Tenant = _store.Tenant, Id = id, Hash = Hash(secret), Role = role.ToString(), Agent = agent, CreatedAt = now, CreatedBy = by };
        return await _store.ActAsync(async session =>
        {
            await session.ExecuteAsync(_insertApiKey.With(_store.Table<ApiKeyRow>().Values(row)), cancellation);
            return $"ck_{id}_{secret}";
        }, beside, cancellation);
    }

    /// <summary>Whose key this is; null when it is unknown, wrong or revoked. Takes the same time whatever is wrong with the secret.</summary>
    public async Task<ApiKey?> FindAsync(string? text, CancellationToken cancellation = default)
    {
        if (text?.Split('_') is not ["ck", var id, var secret]) return null;
        var row = await _store.ReadAsync(session => session.FirstAsync(_apiKey.With(_store.Tenant, id), _store.Table<ApiKeyRow>().Read, cancellation), cancellation);
        var fits = CryptographicOperations.FixedTimeEquals(Hash(secret), row?.Hash ?? NoHash);
        return fits && row is { RevokedAt: null } ? ApiKey.Of(row) : null;
    }

    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation = default) =>
        [.. (await _store.ReadAsync(session => session.ListAsync(_apiKeys.With(_store.Tenant), _store.Table<ApiKeyRow>().Read, cancellation), cancellation)).Select(ApiKey.Of)];

    /// <summary>False when there is no such key in force.</summary>
    public Task<bool> RevokeAsync(string id, string by, DateTimeOffset now, Beside<bool>? beside = null, CancellationToken cancellation = default) =>
        _store.ActAsync(async session => await session.ExecuteAsync(Revoke.With(now, by, _store.Tenant, id), cancellation) == 1, beside, cancellation);

    private async ValueTask<List<SigningKeyRow>> SigningRowsAsync(ISession session, CancellationToken cancellation) =>
        await session.ListAsync(_signing.With(_store.Tenant), _store.Table<SigningKeyRow>().Read, cancellation);

    /// <summary>Takes a character that no other key has; once all are used, that of the key retired longest.</summary>
    private async ValueTask<SigningKeyRow> AddAsync(ISession session, List<SigningKeyRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var free = Base32.Alphabet.Where(c => rows.TrueForAll(r => r.Id[0] != c)).ToArray();
        var id = free.Length > 0 ? free[RandomNumberGenerator.GetInt32(free.Length)].ToString() : rows.Where(r => r.RetiredAt is not null).MinBy(r => r.RetiredAt)!.Id;
        await session.ExecuteAsync(DropRetired.With(_store.Tenant, id), cancellation);
        var row = new SigningKeyRow { Tenant = _store.Tenant, Id = id, Secret = RandomNumberGenerator.GetBytes(SecretBytes), CreatedAt = now };
        await session.ExecuteAsync(_insertSigning.With(_store.Table<SigningKeyRow>().Values(row)), cancellation);
        return row;
    }

    private static IReadOnlyList<SigningKey> InForce(IEnumerable<SigningKeyRow> rows) =>
        [.. rows.Where(r => r.RetiredAt is null).Select(r => new SigningKey(r.Id[0], r.Secret))];

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>An API key as shown: never its secret.</summary>
public sealed record ApiKey(string Id, AgentRole Role, string? Agent, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt)
{
    internal static ApiKey Of(ApiKeyRow row) => new(row.Id, Enum.Parse<AgentRole>(row.Role), row.Agent, row.CreatedAt, row.CreatedBy, row.RevokedAt);
}
