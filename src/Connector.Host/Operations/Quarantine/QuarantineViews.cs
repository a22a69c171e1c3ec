using Connector.Engine;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Mail.Json;

namespace Connector.Host.Operations.Quarantine;

/// <summary>A mail that could not be handled.</summary>
internal sealed record QuarantineView(
    string Id, string Channel, QuarantineReason Reason, string Detail, QuarantineState State, string Source, string From, string Subject, DateTimeOffset At)
{
    public static QuarantineView Of(QuarantineItem q) => new(RecordId.Quarantine(q.Id), q.Channel, q.Reason, q.Detail, q.State, q.Source, q.From, q.Subject, q.At);
}

/// <summary>One held mail as read, with the decision that held it.</summary>
internal sealed record QuarantineDetail(QuarantineView Item, MailDecision? Decision, ParsedMessage? Message, long Size);
