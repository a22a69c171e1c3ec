using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Mail;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Interactions;

/// <summary>What sending a reply would come to: the real command, rehearsed and not stored.</summary>
internal sealed class PreviewDesk(ConnectorApp app)
{
    private const string NoText = "-";

    public async Task<PreviewView> PreviewAsync(string id, ReplyRequest? body, IReadOnlyList<OutgoingAttachment> attachments, HttpContext http)
    {
        var command = new AgentReply
        {
            InteractionId = Ids.Interaction(id),
            At = app.Clock.Now,
            By = Caller.Of(http.User).Actor,
            Correlation = Correlation.Of(http),
            Text = string.IsNullOrWhiteSpace(body?.Text) ? NoText : body.Text,
            Html = body?.Html,
            Attachments = attachments,
        };
        var outcome = (await app.Door.DryRunAsync([command], http.RequestAborted))[0];
        if (outcome.Answer is Answer.Refused refused) throw new RefusedException(refused.Rule, refused.Why);
        return Of(outcome, command.InteractionId);
    }

    private static PreviewView Of(Outcome outcome, long id)
    {
        var audience = Audience.Of(outcome) ?? throw new InvalidOperationException("a reply that sends no mail");
        var mail = audience.Mail;
        var after = outcome.Updates.OfType<Interaction>().FirstOrDefault(i => i.Id == id);
        return new(
            mail.From.Count > 0 ? mail.From[0] : null, mail.To, mail.Cc, mail.Subject, after?.State,
            [.. mail.Attachments.Select(a => new PreviewFile(a.Name, a.ContentType, a.Size))],
            outcome.Inserts.OfType<Engine.Door.Activity>().Any(a => a.What == "ThreadIdGiven"),
            audience.Recipients, audience.Visible, audience.Informed, audience.NewReaders, audience.Reads);
    }
}

/// <param name="Recipients">Everybody the mail goes to.</param>
/// <param name="Visible">Addresses its readers see.</param>
/// <param name="Informed">Followers told by a mail of their own; nobody else sees them.</param>
/// <param name="NewReaders">CCs written to for the first time.</param>
/// <param name="NewReadersRead">The earlier public messages quoted for them.</param>
/// <param name="StateAfter">Where the interaction would stand then.</param>
/// <param name="ThreadIdIsNew">The first mail of the conversation gives it its thread id: the one in this subject is only an example.</param>
internal sealed record PreviewView(
    MailAddress? From, IReadOnlyList<MailAddress> To, IReadOnlyList<MailAddress> Cc, string Subject, InteractionState? StateAfter,
    IReadOnlyList<PreviewFile> Attachments, bool ThreadIdIsNew,
    IReadOnlyList<string> Recipients, IReadOnlyList<string> Visible, IReadOnlyList<string> Informed, IReadOnlyList<string> NewReaders, string? NewReadersRead);

internal sealed record PreviewFile(string? Name, string ContentType, long Size);
