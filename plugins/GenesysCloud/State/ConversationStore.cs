using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.State;

/// <summary>The instance's documents: conversations of ours, and routings asked for.</summary>
internal sealed class ConversationStore(IInstanceState state, Func<DateTimeOffset> now, TimeSpan keepFinished)
{
    public const string ConversationKind = "conversation";
    public const string FinishedKind = "finished";
    public const string RouteKind = "route";
    private const int Attempts = 4;

    public static string RouteId(string interaction, int round) => $"{interaction}.{round}";

    public async ValueTask<ConversationDocument?> FindAsync(string conversation, CancellationToken cancellation) =>
        Read(await state.GetAsync(await KindAsync(conversation, cancellation), conversation, cancellation), StateJson.Default.ConversationDocument);

    public async ValueTask<RouteDocument?> FindRouteAsync(string interaction, int round, CancellationToken cancellation) =>
        Read(await state.GetAsync(RouteKind, RouteId(interaction, round), cancellation), StateJson.Default.RouteDocument);

    /// <summary>Those that are not finished, or whose end may not be told yet.</summary>
    public async ValueTask<IReadOnlyList<(string Id, ConversationDocument Document)>> ListAsync(CancellationToken cancellation) =>
        [.. (await state.ListAsync(ConversationKind, cancellation)).Select(d => (d.Id, Read(d, StateJson.Default.ConversationDocument)!))];

    /// <summary>Changes a conversation's document, again when somebody else was faster; answers it as it now is. <paramref name="change"/> may answer the same, or null to leave all as it is.</summary>
    public async ValueTask<ConversationDocument?> ChangeAsync(string conversation, Func<ConversationDocument?, ConversationDocument?> change, CancellationToken cancellation) =>
        await ChangeAsync(await KindAsync(conversation, cancellation), conversation, StateJson.Default.ConversationDocument, change, after => after.Finished ? now() + keepFinished : null, cancellation);

    /// <summary>A routing that never becomes a conversation is forgotten in the end.</summary>
    public ValueTask<RouteDocument?> ChangeRouteAsync(string interaction, int round, Func<RouteDocument?, RouteDocument?> change, CancellationToken cancellation) =>
        ChangeAsync(RouteKind, RouteId(interaction, round), StateJson.Default.RouteDocument, change, after => after.ConversationId is null ? now() + keepFinished : null, cancellation);

    /// <summary>Its end is told and safe: it is no longer looked at, only remembered.</summary>
    public async ValueTask PutAwayAsync(string conversation, CancellationToken cancellation)
    {
        if (await state.GetAsync(ConversationKind, conversation, cancellation) is not { } stored) return;
        try
        {
            await state.CommitAsync([new(ConversationKind, conversation, stored.Version, null), new(FinishedKind, conversation, 0, stored.Json, now() + keepFinished)], [], cancellation);
        }
        catch (ConflictException)
        {
            // Another host is at it.
        }
    }

    /// <summary>Forgets a document whose time is over, and the routing of a conversation with it.</summary>
    public async ValueTask ForgetAsync(InstanceDocument due, CancellationToken cancellation)
    {
        List<DocumentChange> changes = [new(due.Kind, due.Id, due.Version, null)];
        if (due.Kind != RouteKind && Read(due, StateJson.Default.ConversationDocument) is { } conversation)
        {
            foreach (var round in Enumerable.Range(1, conversation.Round))
                if (await state.GetAsync(RouteKind, RouteId(conversation.InteractionId, round), cancellation) is { } route
                    && Read(route, StateJson.Default.RouteDocument)!.ConversationId == due.Id)
                    changes.Add(new(RouteKind, route.Id, route.Version, null));
        }

        await state.CommitAsync(changes, [], cancellation);
    }

    private async ValueTask<string> KindAsync(string conversation, CancellationToken cancellation) =>
        await state.GetAsync(FinishedKind, conversation, cancellation) is null ? ConversationKind : FinishedKind;

    private async ValueTask<T?> ChangeAsync<T>(
        string kind, string id, JsonTypeInfo<T> type, Func<T?, T?> change, Func<T, DateTimeOffset?> dueAt, CancellationToken cancellation)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await state.GetAsync(kind, id, cancellation);
            var before = Read(stored, type);
            var after = change(before);
            if (after is null || after.Equals(before)) return before;
            try
            {
                await state.CommitAsync([new(kind, id, stored?.Version ?? 0, JsonSerializer.Serialize(after, type), dueAt(after))], [], cancellation);
                return after;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Another read of the same conversation was faster: decide again on what it left.
            }
            catch (ConflictException e)
            {
                throw new UnavailableException($"document {kind} {id} was changed by others {Attempts} times in a row", e);
            }
        }
    }

    private static T? Read<T>(InstanceDocument? document, JsonTypeInfo<T> type)
        where T : class => document is null ? null : JsonSerializer.Deserialize(document.Json, type);
}
