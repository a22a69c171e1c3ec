using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Host.Api.Messages;
using Connector.Host.Api.Security;
using Connector.Host.Operations.Passport;
using Connector.Runtime.Hosting;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Interactions;

/// <summary>Puts the working view of one interaction together.</summary>
internal sealed class WorkViewReader(ConnectorApp app, InteractionReader interactions)
{
    public async Task<WorkView> ReadAsync(long id, Caller caller, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var interaction = await interactions.FindAsync(db, id, cancellation);
        var view = (await interactions.ViewsAsync(db, [interaction], caller, cancellation))[0];
        var people = interaction.ThreadId is { } thread ? await db.Participants.Where(p => p.ThreadId == thread).OrderBy(p => p.Id).ToListAsync(cancellation) : [];
        var messages = await MessageReader.LastAsync(db, OfConversation(db, interaction), cancellation);
        var activity = await db.Activities.Where(a => a.InteractionId == id).OrderBy(a => a.Id).Take(MessageReader.Most).ToListAsync(cancellation);
        return new(
            view,
            new(interaction.Subject, [.. people.Select(ParticipantView.Of)], [.. messages.Where(m => m.Kind != MessageKind.Note)], [.. activity.Select(ActivityView.Of)]),
            Reply(view, interaction, people),
            new(view.AllowedActions.Contains("Note"), [.. messages.Where(m => m.Kind == MessageKind.Note)]));
    }

    /// <summary>The whole thread, wherever its mails were handled; without a thread what belongs to the interaction.</summary>
    private static IQueryable<Message> OfConversation(ConnectorDb db, Interaction i) => i.ThreadId is { } thread
        ? db.Messages.Where(m => m.ThreadId == thread)
        : db.Messages.Where(m => m.ThreadId == null && m.InteractionId == i.Id);

    private ReplyPart Reply(InteractionView view, Interaction interaction, List<Participant> people)
    {
        var channel = app.Setup.Channel(interaction.Channel);
        var allowed = view.AllowedActions.Contains("Reply");
        return new(
            allowed,
            channel?.FromAddress,
            [.. people.Where(p => allowed && p.Role == ParticipantRole.Requester).Select(ParticipantView.Of)],
            [.. people.Where(p => allowed && p.Role == ParticipantRole.Cc).Select(ParticipantView.Of)],
            channel?.Rules.HoldAfterSend ?? false);
    }
}
