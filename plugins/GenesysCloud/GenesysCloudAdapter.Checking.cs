using System.Runtime.CompilerServices;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Checks;

namespace Connector.Plugins.GenesysCloud;

/// <summary>The probes of <c>plugins check</c>: each on its own, none stops the next but the one that nothing works without.</summary>
internal sealed partial class GenesysCloudAdapter : ICheck
{
    private static readonly TimeSpan ClockLimit = TimeSpan.FromSeconds(30);

    public async IAsyncEnumerable<Probe> CheckAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var login = await TryAsync("credentials", LoginAsync, cancellation);
        yield return login;
        if (!login.Ok) yield break;
        yield return await TryAsync("reachability and clock", ClockAsync, cancellation);
        foreach (var permission in new PermissionProbes(_api, _options).All) yield return await permission.AskAsync(cancellation);
        foreach (var probe in await ManyAsync("set-up", SetUpAsync, cancellation)) yield return probe;
        yield return Polling();
        foreach (var probe in Unproved()) yield return probe;
    }

    /// <summary>A token of its own: the one in use may have been given for a secret that holds no more.</summary>
    private async ValueTask<Probe> LoginAsync(CancellationToken cancellation)
    {
        var token = await _login.FetchAsync(cancellation);
        return new("credentials", true, $"client {_options.ClientId} gets tokens good for {token.ExpiresIn.TotalMinutes:0} min");
    }

    private async ValueTask<Probe> ClockAsync(CancellationToken cancellation)
    {
        var answered = await _api.ClockAsync(cancellation);
        if (answered is not { } theirs) return new("reachability and clock", true, $"{_apiClient.BaseAddress} answers, without a time");
        var difference = theirs - _host.MachineTime.GetUtcNow();
        return difference.Duration() <= ClockLimit
            ? new("reachability and clock", true, $"{_apiClient.BaseAddress} answers, clocks differ by {difference.Duration().TotalSeconds:0} s")
            : new("reachability and clock", false, $"clocks differ by {difference.TotalSeconds:0} s, at most {ClockLimit.TotalSeconds:0} are good", "set this machine's clock by NTP");
    }

    private async ValueTask<IReadOnlyList<Probe>> SetUpAsync(CancellationToken cancellation)
    {
        var queues = await _directory.QueuesAsync(cancellation);
        _directory.ForgetCodes();
        List<Probe> probes = [.. QueueProbes.Lists(_options, queues, await _directory.CodesAsync(cancellation))];
        var seats = await _directory.MembersAsync(cancellation);
        foreach (var queue in queues)
        {
            var offered = await _directory.QueueCodesAsync(queue.Id!, cancellation) ?? [];
            probes.AddRange(QueueProbes.Settings(_options, queue, offered, [.. seats.Where(s => s.Queue == queue.Id)]));
        }

        probes.Add(QueueProbes.Addresses(seats, _host.Agents));
        return probes;
    }

    private Probe Polling() => new(
        "polling",
        _lastRound.Takes <= _options.PollEvery * 10,
        $"{_lastRound.Open} open conversations, a round takes {_lastRound.Takes.TotalSeconds:0} s; longest time without a poll {_lastRound.LongestGap.TotalSeconds:0} s",
        "raise PollShare, or have CallsPerMinute raised by the vendor");

    /// <summary>What the vendor's documents do not settle: shown, so that somebody tries it in a sandbox before it is relied upon.</summary>
    private IEnumerable<Probe> Unproved() =>
    [
        new("to prove: wrap-up", true, $"a code written by an OAuth client without a user, on the {_options.WrapUpOn.ToString().ToLowerInvariant()}", "close one mail in a sandbox; else set WrapUpOn"),
        new("to prove: search", true, $"a new conversation is found within {_options.SearchableWithin.TotalSeconds:0} s", "raise SearchableWithin if a search is slower"),
        new("to prove: later mail", true, "an agent keeps the conversation a further mail is added to", "send a second mail to an owned conversation in a sandbox"),
    ];

    private static async ValueTask<Probe> TryAsync(string name, Func<CancellationToken, ValueTask<Probe>> probe, CancellationToken cancellation)
    {
        try
        {
            return await probe(cancellation);
        }
        catch (AdapterException e)
        {
            return Failed(name, e);
        }
    }

    private static async ValueTask<IReadOnlyList<Probe>> ManyAsync(string name, Func<CancellationToken, ValueTask<IReadOnlyList<Probe>>> probes, CancellationToken cancellation)
    {
        try
        {
            return await probes(cancellation);
        }
        catch (AdapterException e)
        {
            return [Failed(name, e)];
        }
    }

    private static Probe Failed(string name, AdapterException e) => new(name, false, e.Message, e switch
    {
        UnauthorizedException => "check ClientId, ClientSecret, Domain and the client's roles",
        ThrottledException t => $"wait {t.RetryAfter.TotalSeconds:0} s",
        _ => "check ApiUrl, LoginUrl, Domain, network and the vendor's status page",
    });
}
