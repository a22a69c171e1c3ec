using Connector.Contracts;

namespace Connector.Runtime.Plugins.Http;

/// <summary>One token for all callers of an instance: a burst at its expiry fetches one. Whoever stops waiting stops nobody else.</summary>
/// <param name="fetch">Asks the vendor.</param>
/// <param name="machine">Machine time.</param>
/// <param name="fetched">Is told each token before anybody gets it.</param>
public sealed class AccessTokens(Func<CancellationToken, ValueTask<AccessToken>> fetch, TimeProvider machine, Action<string>? fetched = null) : IAccessTokens
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private Held? _held;
    private Task<Held>? _fetching;

    /// <inheritdoc/>
    public async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        Task<Held> fetching;
        lock (_lock)
        {
            if (_held is { } held && machine.GetUtcNow() < held.RenewAt) return held.Value;
            fetching = _fetching ??= Task.Run(FetchAsync, CancellationToken.None);
        }
        return (await fetching.WaitAsync(cancellation)).Value;
    }

    /// <inheritdoc/>
    public void Refused(string token)
    {
        lock (_lock)
            if (_held?.Value == token) _held = null;
    }

    /// <summary>Renewed before it runs out: by a tenth of its life, a minute at most. Agents may wait for it, whoever asked first.</summary>
    private async Task<Held> FetchAsync()
    {
        using var priority = AmbientPriority.Of(CallPriority.Agent);
        try
        {
            var asked = machine.GetUtcNow();
            var token = await fetch(CancellationToken.None);
            fetched?.Invoke(token.Value);
            var held = new Held(token.Value, asked + token.ExpiresIn - Min(token.ExpiresIn / 10, Longest));
            lock (_lock) (_held, _fetching) = (held, null);
            return held;
        }
        catch
        {
            lock (_lock) _fetching = null;
            throw;
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Held(string Value, DateTimeOffset RenewAt);
}
