using System.Globalization;
using System.Runtime.CompilerServices;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Reading one conversation, finding those whose id was lost, forgetting those long over.</summary>
internal sealed partial class GenesysCloudAdapter : IReadItem, IListOpenWork, IWakeOnDue
{
    private const int SearchPage = 100;

    /// <summary>A call of ours and the conversation it made are this far apart at most, clocks included.</summary>
    private static readonly TimeSpan SearchMargin = TimeSpan.FromMinutes(5);

    public ValueTask<WorkObservation?> ReadAsync(string externalId, CancellationToken cancellation) => _conversations.ReadAsync(externalId, cancellation);

    public async ValueTask<RoutedWork?> FindAsync(string interactionId, int round, CancellationToken cancellation)
    {
        var route = await _store.FindRouteAsync(interactionId, round, cancellation);
        if (route?.ConversationId is { } known) return new(known);
        return await LostAsync(interactionId, round, route, null, cancellation);
    }

    /// <summary>What is remembered, and what a search of the last while finds with our mark.</summary>
    public async IAsyncEnumerable<WorkObservation> OpenWorkAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var known = await _store.ListAsync(cancellation);
        foreach (var (id, _) in known.Where(k => !k.Document.Finished))
            if (await _conversations.ReadAsync(id, cancellation) is { State: not (WorkState.Ended or WorkState.Canceled) } work)
                yield return work;
        var now = _host.MachineTime.GetUtcNow();
        var ids = known.Select(k => k.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var found in SearchAsync(now - _options.SearchWindow, now + SearchMargin, _options.Queues, cancellation))
            if (ids.Add(found.Id!) && Marks.Read(found).Instance == _host.Instance
                && await _conversations.ReadAsync(found.Id!, cancellation) is { State: not (WorkState.Ended or WorkState.Canceled) } work)
                yield return work;
    }

    /// <summary>A conversation long over, or a routing that never came to anything.</summary>
    public ValueTask WakeAsync(InstanceDocument due, CancellationToken cancellation) => _store.ForgetAsync(due, cancellation);

    /// <summary>Work that carries our mark and whose id never reached us.</summary>
    private async ValueTask<RoutedWork?> LostAsync(string interaction, int round, RouteDocument? route, string? but, CancellationToken cancellation)
    {
        var now = _host.MachineTime.GetUtcNow();
        var since = route is null ? now - _options.SearchWindow : route.FirstAskedAt - SearchMargin;
        var until = (route?.LastAskedAt ?? now) + SearchMargin;
        await foreach (var conversation in SearchAsync(since, until, route is null ? _options.Queues : [route.Queue], cancellation))
        {
            var marks = Marks.Read(conversation);
            if (conversation.Id == but || marks.Instance != _host.Instance || marks.InteractionId != interaction || marks.Round != round) continue;
            await RememberAsync(conversation.Id!, new() { InteractionId = interaction, Round = round, Queue = route?.Queue ?? "" }, cancellation);
            return new(conversation.Id!);
        }

        return null;
    }

    /// <summary>Emails begun between two instants, each read whole: what a search shows does not hold our mark.</summary>
    private async IAsyncEnumerable<EmailConversation> SearchAsync(
        DateTimeOffset since, DateTimeOffset until, IEnumerable<string> queues, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var found = (await _api.SearchAsync(Query(since, until, [.. queues], page), cancellation)).Conversations ?? [];
            foreach (var id in found.Select(c => c.ConversationId).OfType<string>().Where(seen.Add))
            {
                if (seen.Count > _options.SearchLimit)
                {
                    Log.SearchCut(_host.Logger, _host.Instance, _options.SearchLimit);
                    yield break;
                }

                if ((await _api.EmailAsync(id, cancellation))?.Body is { } conversation) yield return conversation with { Id = id };
            }

            if (found.Count < SearchPage) yield break;
        }
    }

    private static ConversationQuery Query(DateTimeOffset since, DateTimeOffset until, IReadOnlyList<string> queues, int page)
    {
        List<QueryFilter> filters = [new("and", [new("mediaType", "email")])];
        if (queues.Count > 0) filters.Add(new("or", [.. queues.Select(q => new QueryPredicate("queueId", q))]));
        return new($"{Instant(since)}/{Instant(until)}", "desc", "conversationStart", new(SearchPage, page), filters);
    }

    private static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
