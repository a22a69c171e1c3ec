using Connector.Contracts;

namespace Connector.Runtime.Plugins.Http;

/// <summary>One token for all callers of an instance: a burst at its expiry fetches one.</summary>
public sealed class AccessTokens(Func<CancellationToken, ValueTask<AccessToken>> fetch, TimeProvider machine) : IAccessTokens
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Held? _held;

    /// <inheritdoc/>
    public async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        if (Good is { } held) return held.Value;
        await _turn.WaitAsync(cancellation);
        try
        {
            return (Good ?? (_held = await FetchAsync(cancellation))).Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Refused(string token)
    {
        if (_held is { } held && held.Value == token) Interlocked.CompareExchange(ref _held, null, held);
    }

    private Held? Good => _held is { } held && machine.GetUtcNow() < held.RenewAt ? held : null;

    /// <summary>Renewed before it runs out: by a tenth of its life, a minute at most.</summary>
    private async Task<Held> FetchAsync(CancellationToken cancellation)
    {
        var asked = machine.GetUtcNow();
        var token = await fetch(cancellation);
        return new(token.Value, asked + token.ExpiresIn - Min(token.ExpiresIn / 10, Longest));
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Held(string Value, DateTimeOffset RenewAt);
}
