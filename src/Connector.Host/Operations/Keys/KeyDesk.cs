using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Storage.Stores;

namespace Connector.Host.Operations.Keys;

/// <summary>API keys are made and revoked here; a secret is shown once, when it is made.</summary>
internal sealed class KeyDesk(Operator by)
{
    private static readonly AgentRole[] NeedAgent = [AgentRole.Agent, AgentRole.LightAgent];

    public Task<NewKey> AddAsync(string? role, string? agent, CancellationToken cancellation)
    {
        var given = RoleOf(role);
        if (NeedAgent.Contains(given) && string.IsNullOrWhiteSpace(agent)) throw OperationRefusedException.Invalid("agent", $"a key of role {given} is an agent's; name the agent");
        return by.ActAsync<string, NewKey>(
            beside => by.App.Store.Keys.CreateApiKeyAsync(given, agent, by.By.Name, by.App.Clock.Now, beside, cancellation),
            key => new(IdOf(key), given, agent, key),
            key => [new("key add", IdOf(key), null, agent is null ? given.ToString() : $"{given} {agent}")]);
    }

    public async Task<OperationResult> RevokeAsync(string id, CancellationToken cancellation)
    {
        var keys = await by.App.Store.Keys.ListAsync(cancellation);
        if (keys.FirstOrDefault(k => k.Id == id) is not { } key) throw OperationRefusedException.NoSuch("key", id);
        return await by.ActAsync<bool, OperationResult>(
            beside => by.App.Store.Keys.RevokeAsync(id, by.By.Name, by.App.Clock.Now, beside, cancellation),
            revoked => new(id, "revoke", revoked ? null : "it is revoked already"),
            revoked => revoked ? [new("key revoke", id, key.Role.ToString(), "revoked")] : []);
    }

    /// <summary>A new key signs addresses and Message-IDs from now on; tokens of the one before stay good, older ones do not.</summary>
    public async Task<OperationResult> RotateAsync(CancellationToken cancellation)
    {
        var rotated = await by.ActAsync<IReadOnlyList<SigningKey>, OperationResult>(
            beside => by.App.Store.Keys.RotateAsync(by.App.Machine.GetUtcNow(), beside, cancellation),
            keys => new(keys[0].Id.ToString(), "rotate"),
            keys => [new("signing key rotate", keys[0].Id.ToString(), keys.Count > 1 ? keys[1].Id.ToString() : null, keys[0].Id.ToString())]);
        await by.App.Setups.TakeUpKeysAsync(by.App.Store, cancellation);
        return rotated;
    }

    private static string IdOf(string key) => key.Split('_')[1];

    private static AgentRole RoleOf(string? written) =>
        Enum.TryParse<AgentRole>(written, ignoreCase: true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(written![0])
            ? role
            : throw OperationRefusedException.Invalid("role", $"'{written}' is none of {string.Join(", ", Enum.GetNames<AgentRole>())}");
}

/// <summary>The only time the key itself is shown.</summary>
internal sealed record NewKey(string Id, AgentRole Role, string? Agent, string Key);

internal sealed record KeyView(string Id, AgentRole Role, string? Agent, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt)
{
    public static KeyView Of(ApiKey k) => new(k.Id, k.Role, k.Agent, k.CreatedAt, k.CreatedBy, k.RevokedAt);
}
