using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.State;

/// <summary>Queues, members and codes of the vendor, kept for a while; whose agent is who.</summary>
internal sealed class VendorDirectory : IDisposable
{
    private const int PageSize = 100;

    /// <summary>A name that is not known is looked for again, but not at every call.</summary>
    private static readonly TimeSpan MissPause = TimeSpan.FromSeconds(10);

    private readonly IGenesysApi _api;
    private readonly IAgentNames _names;
    private readonly GenesysCloudOptions _options;
    private readonly Cached<IReadOnlyList<RoutingQueue>> _queues;
    private readonly Cached<IReadOnlyList<QueueSeat>> _members;
    private readonly Cached<IReadOnlyList<WrapupCode>> _codes;

    public VendorDirectory(IGenesysApi api, IAgentNames names, GenesysCloudOptions options, TimeProvider time)
    {
        (_api, _names, _options) = (api, names, options);
        _queues = new(LoadQueuesAsync, time);
        _members = new(LoadMembersAsync, time);
        _codes = new(LoadCodesAsync, time);
    }

    /// <summary>The queues the instance may use.</summary>
    public ValueTask<IReadOnlyList<RoutingQueue>> QueuesAsync(CancellationToken cancellation) => _queues.GetAsync(_options.DirectoryFor, cancellation);

    /// <summary>Every member of those queues, once for each queue.</summary>
    public ValueTask<IReadOnlyList<QueueSeat>> MembersAsync(CancellationToken cancellation) => _members.GetAsync(_options.DirectoryFor, cancellation);

    public ValueTask<IReadOnlyList<WrapupCode>> CodesAsync(CancellationToken cancellation) => _codes.GetAsync(_options.DirectoryFor, cancellation);

    /// <summary>We changed them: the next call reads them again.</summary>
    public void ForgetCodes() => _codes.Forget();

    /// <summary>Codes a queue offers; null: there is no such queue.</summary>
    public ValueTask<IReadOnlyList<WrapupCode>?> QueueCodesAsync(string queue, CancellationToken cancellation) =>
        Pages.AllAsync((page, c) => _api.QueueCodesAsync(queue, page, PageSize, c), cancellation);

    public ValueTask<IReadOnlyList<WrapupCode>> CodesNamedAsync(string name, CancellationToken cancellation) =>
        Pages.EveryAsync((page, c) => _api.CodesNamedAsync(name, page, PageSize, c), cancellation);

    /// <summary>Our ids of the vendor's users.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> OursAsync(IReadOnlyCollection<Named> users, CancellationToken cancellation)
    {
        var given = users.Where(u => u.Id is not null).GroupBy(u => u.Id!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.FirstOrDefault(u => u.Email is not null)?.Email, StringComparer.Ordinal);
        if (given.Count == 0) return new Dictionary<string, string>(StringComparer.Ordinal);
        var known = await KnownAsync(_options.DirectoryFor, cancellation);
        if (given.Any(u => u.Value is null && !known.ContainsKey(u.Key))) known = await KnownAsync(MissPause, cancellation);
        return given.ToDictionary(u => u.Key, u => _names.OursOf(u.Key, u.Value ?? known.GetValueOrDefault(u.Key)?.Email), StringComparer.Ordinal);
    }

    /// <summary>The vendor's id of our agent: as the settings say, else by address; null when nobody has it.</summary>
    public async ValueTask<string?> VendorIdAsync(string agent, CancellationToken cancellation)
    {
        if (_names.VendorIdOf(agent) is { } named) return named;
        if (_names.EmailOf(agent) is not { } email) return null;
        return WhoHas(email, await KnownAsync(_options.DirectoryFor, cancellation)) ?? WhoHas(email, await KnownAsync(MissPause, cancellation));
    }

    public void Dispose()
    {
        _queues.Dispose();
        _members.Dispose();
        _codes.Dispose();
    }

    private static string? WhoHas(string email, IReadOnlyDictionary<string, Named> known) =>
        known.Values.FirstOrDefault(u => string.Equals(u.Email, email, StringComparison.OrdinalIgnoreCase))?.Id;

    private async ValueTask<IReadOnlyDictionary<string, Named>> KnownAsync(TimeSpan age, CancellationToken cancellation) =>
        (await _members.GetAsync(age, cancellation)).Select(m => m.Member.User).OfType<Named>().Where(u => u.Id is not null)
            .GroupBy(u => u.Id!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.FirstOrDefault(u => u.Email is not null) ?? g.First(), StringComparer.Ordinal);

    private async ValueTask<IReadOnlyList<RoutingQueue>> LoadQueuesAsync(CancellationToken cancellation)
    {
        var all = await Pages.EveryAsync((page, c) => _api.QueuesAsync(page, PageSize, c), cancellation);
        return [.. all.Where(q => q.Id is not null && IsUsed(q.Id)).DistinctBy(q => q.Id)];
    }

    private bool IsUsed(string queue) => _options.Queues.Count == 0 || _options.Queues.Contains(queue, StringComparer.OrdinalIgnoreCase);

    private async ValueTask<IReadOnlyList<WrapupCode>> LoadCodesAsync(CancellationToken cancellation) =>
        [.. (await Pages.EveryAsync((page, c) => _api.CodesAsync(page, PageSize, c), cancellation)).Where(c => c.Id is not null).DistinctBy(c => c.Id)];

    private async ValueTask<IReadOnlyList<QueueSeat>> LoadMembersAsync(CancellationToken cancellation)
    {
        List<QueueSeat> seats = [];
        foreach (var queue in await QueuesAsync(cancellation))
        {
            var members = await Pages.AllAsync((page, c) => _api.MembersAsync(queue.Id!, page, PageSize, c), cancellation) ?? [];
            seats.AddRange(members.Where(m => UserOf(m) is not null).DistinctBy(UserOf).Select(m => new QueueSeat(queue.Id!, UserOf(m)!, m)));
        }

        return seats;
    }

    /// <summary>A member's own id is the user's.</summary>
    private static string? UserOf(QueueMember member) => member.User?.Id ?? member.Id;
}

/// <summary>A member of a queue.</summary>
internal sealed record QueueSeat(string Queue, string User, QueueMember Member);
