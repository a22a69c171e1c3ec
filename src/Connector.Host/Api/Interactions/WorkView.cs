using Connector.Engine.Participants;
using Connector.Host.Api.Messages;
using Connector.Host.Operations.Passport;

namespace Connector.Host.Api.Interactions;

/// <summary>What an agent works with: the conversation to read, the reply to write, the notes beside it.</summary>
internal sealed record WorkView(InteractionView Interaction, ReadingPart Reading, ReplyPart Reply, NotesPart Notes);

/// <summary>The mails of the thread, everybody on it, and what else happened, oldest first.</summary>
internal sealed record ReadingPart(string Subject, IReadOnlyList<ParticipantView> Participants, IReadOnlyList<MessageView> Messages, IReadOnlyList<ActivityView> Activity);

/// <summary>Who a reply would go to; nobody while none may be written.</summary>
internal sealed record ReplyPart(bool Allowed, string? From, IReadOnlyList<ParticipantView> To, IReadOnlyList<ParticipantView> Cc, bool HoldAfterSend);

/// <summary>Internal: no customer sees them.</summary>
internal sealed record NotesPart(bool Allowed, IReadOnlyList<MessageView> Items);

internal sealed record ParticipantView(string Address, string? Name, ParticipantRole Role, string? Agent, DateTimeOffset AddedAt, DateTimeOffset? LeftAt)
{
    public static ParticipantView Of(Participant p) => new(p.Address, p.Name.Length == 0 ? null : p.Name, p.Role, p.Agent, p.AddedAt, p.LeftAt);
}
