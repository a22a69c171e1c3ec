using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Mail.Json;

namespace Connector.Host.Api.Messages;

/// <summary>One mail or note of a conversation; bodies as read from the kept mail, HTML made safe.</summary>
internal sealed record MessageView
{
    public required string Id { get; init; }
    public required MessageKind Kind { get; init; }
    public required Direction Direction { get; init; }
    public required Visibility Visibility { get; init; }
    public string? InteractionId { get; init; }
    public string? CaseId { get; init; }
    public string Channel { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public MailAddress? From { get; init; }
    public IReadOnlyList<MailAddress> To { get; init; } = [];
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>The agent who wrote it, if one did.</summary>
    public string? Agent { get; init; }
    public string? MessageId { get; init; }
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Html { get; init; }
    public string ReplyText { get; init; } = "";
    public string QuotedText { get; init; } = "";
    public IReadOnlyList<ParsedAttachment> Attachments { get; init; } = [];
    public IReadOnlyList<string> Flags { get; init; } = [];
    public string? DeliveryError { get; init; }

    /// <summary>Of a received mail: why it is here, with candidates, scores and the winning rule.</summary>
    public MailDecision? Decision { get; init; }

    public static MessageView Of(Message m, byte[]? raw)
    {
        var mail = raw is null ? null : MailReader.Read(raw);
        return new()
        {
            Id = RecordId.Message(m.Id),
            Kind = m.Kind,
            Direction = m.Direction,
            Visibility = m.Visibility,
            InteractionId = RecordId.Interaction(m.InteractionId),
            CaseId = RecordId.Case(m.CaseId),
            Channel = m.Channel,
            At = m.At,
            From = m.From.Length == 0 ? null : new(m.FromName.Length == 0 ? null : m.FromName, m.From),
            To = mail?.To ?? [],
            Cc = mail?.Cc ?? [],
            Agent = m.Agent,
            MessageId = m.MailId.Length == 0 ? null : m.MailId,
            Subject = m.Subject,
            Text = mail?.Text ?? m.Text,
            Html = mail?.Html,
            ReplyText = mail?.ReplyText ?? m.Text,
            QuotedText = mail?.QuotedText ?? "",
            Attachments = mail is null ? [] : [.. mail.Attachments.Select(ParsedAttachment.Of)],
            Flags = m.Flags.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DeliveryError = m.DeliveryError,
            Decision = DecisionJson.Read(m.Decision),
        };
    }
}
