using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Reads a conversation and puts it in our words, with a rank that only rises.</summary>
internal sealed class Conversations(IGenesysApi api, VendorDirectory directory, ConversationStore store, IAdapterHost host, GenesysCloudOptions options)
{
    public IReadOnlySet<string> TimeoutCodes { get; } = new HashSet<string>(options.TimeoutCodes, StringComparer.OrdinalIgnoreCase);

    /// <summary>As it is now, noted; null when the vendor no longer has it.</summary>
    public async ValueTask<WorkObservation?> ReadAsync(string id, CancellationToken cancellation)
    {
        var begun = host.MachineTime.GetUtcNow();
        return await api.EmailAsync(id, cancellation) is { } answered ? await NoteAsync(id, answered, begun, cancellation) : null;
    }

    /// <summary>Work that the vendor has dropped: it ended, nobody knows how.</summary>
    public async ValueTask<WorkObservation?> NoteGoneAsync(string id, CancellationToken cancellation)
    {
        var document = await store.ChangeAsync(id, before => before is null || before.Finished ? before : before with { Seen = Gone(id, before) }, cancellation);
        return document?.Seen;
    }

    private async ValueTask<WorkObservation> NoteAsync(string id, Answered<EmailConversation> answered, DateTimeOffset begun, CancellationToken cancellation)
    {
        var conversation = answered.Body with { Id = answered.Body.Id ?? id };
        var facts = await FactsAsync(answered, cancellation);
        WorkObservation? seen = null;
        await store.ChangeAsync(
            id,
            before =>
            {
                var observed = ConversationMapping.Observe(conversation, before is null ? facts : facts with { InteractionId = before.InteractionId, Round = RoundOf(before) });
                seen = observed with { Rank = Ranking.Of(before, observed, begun) };
                return Document(before, conversation, seen, begun);
            },
            cancellation);
        return seen!;
    }

    /// <summary>A conversation that carries our mark and is not known was made by a call whose answer was lost. Others' are not noted.</summary>
    private ConversationDocument? Document(ConversationDocument? before, EmailConversation conversation, WorkObservation seen, DateTimeOffset begun)
    {
        if (before is null)
            return Marks.Read(conversation) is { InteractionId: { } interaction, Round: { } round, Instance: { } instance } && instance == host.Instance
                ? new() { InteractionId = interaction, Round = round, Queue = seen.Queue ?? "", Seen = seen, ReadAt = begun }
                : null;
        if (before.Seen is { } known && seen.Rank <= known.Rank) return before;
        return before with { Seen = seen, ReadAt = begun, Queue = seen.Queue ?? before.Queue };
    }

    private async ValueTask<MappingFacts> FactsAsync(Answered<EmailConversation> answered, CancellationToken cancellation)
    {
        var legs = answered.Body.Participants ?? [];
        var transferred = (answered.Body.RecentTransfers ?? []).Select(t => t.Destination?.ToUser).OfType<string>().Select(id => new Named(id));
        var ours = await directory.OursAsync([.. legs.Where(l => l.IsAgent()).Select(l => l.User).OfType<Named>(), .. transferred], cancellation);
        var codes = legs.Any(l => l.FinalWrapup() is { } w && !Guid.TryParse(w.Code, out _)) ? await directory.CodesAsync(cancellation) : [];
        return new()
        {
            AgentOf = id => ours[id],
            CodeOf = code => codes.FirstOrDefault(c => string.Equals(c.Name, code, StringComparison.OrdinalIgnoreCase))?.Id ?? code,
            TimeoutCodes = TimeoutCodes,
            AsOf = answered.At,
        };
    }

    private static int RoundOf(ConversationDocument document) => document.Replaced ? 0 : document.Round;

    private static WorkObservation Gone(string id, ConversationDocument before) => new()
    {
        ExternalId = id,
        InteractionId = before.InteractionId,
        Round = RoundOf(before),
        State = WorkState.Ended,
        Rank = (before.Seen?.Rank ?? 0) + 1,
        Agent = before.Seen?.Agent,
        Queue = before.Seen?.Queue,
        Code = before.Seen?.Code,
        Reason = "gone",
        At = before.Seen?.At ?? before.ReadAt,
    };
}
