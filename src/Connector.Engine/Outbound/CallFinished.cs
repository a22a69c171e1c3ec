using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Routing;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Outbound;

/// <summary>An outbox row was called, or found not to be called any more.</summary>
public sealed record CallFinished : Input
{
    public required long OutboxId { get; init; }
    public required CallResult Result { get; init; }

    /// <summary>Which attempt it was. Of an attempt that another has followed only a success counts.</summary>
    public int? Attempt { get; init; }

    /// <summary>The row as it was claimed and called. Null: not at hand.</summary>
    public OutboxRow? Called { get; init; }
}

public abstract record CallResult
{
    /// <summary>The call had its effect. <paramref name="ExternalId"/> is the vendor's id of routed work.</summary>
    public sealed record Succeeded(string? ExternalId = null, string? Answer = null) : CallResult;

    /// <summary>Tried again at <paramref name="At"/>.</summary>
    public sealed record Later(string Error, DateTimeOffset At) : CallResult
    {
        /// <summary>What is left to do, when a part had its effect.</summary>
        public string? Rest { get; init; }

        /// <summary>Machine time since which the answer is lost: the call may have had its effect, and is settled before it is repeated.</summary>
        public DateTimeOffset? DoubtSince { get; init; }
    }

    /// <summary>It will never succeed: a dead letter, which stops its lane.</summary>
    public sealed record Failed(string Error) : CallResult
    {
        /// <summary>What is left to do, when a part had its effect: a retry does only this.</summary>
        public string? Rest { get; init; }
    }

    /// <summary>The vendor said no to what may be refused without harm (a transfer): the row is done with, its lane goes on.</summary>
    public sealed record Refused(string Reason) : CallResult;

    /// <summary>What it assumed is no longer so.</summary>
    public sealed record Superseded(string Why) : CallResult;
}

/// <summary>A person decides about a dead letter.</summary>
public sealed record RetryOutbox : Input
{
    public required long OutboxId { get; init; }
}

public sealed record DiscardOutbox : Input
{
    public required long OutboxId { get; init; }
    public string Reason { get; init; } = "";
}

internal static class OutboxRules
{
    /// <summary>
    /// Most calls end so: done, to be repeated, or superseded, and nothing else learns of it but the stream. A mail, a transfer, the end of a segment, a code,
    /// the vendor's id and a dead letter concern the conversation.
    /// </summary>
    public static bool ConcernsRowAlone(CallFinished input) =>
        input is { Called: { TransferId: null, SegmentId: null, Operation: not MailOperation.Send } row, Result: CallResult.Succeeded { ExternalId: null } or CallResult.Later or CallResult.Superseded }
        && !CodeCalls.Concerns(row);

    public static Outcome Decide(Input input, Known known, Given given)
    {
        if (known.Outbox is not { } row) return new Outcome(new Answer.Refused(RuleNames.NotFound, "there is no such outbox row"));
        return input switch
        {
            CallFinished c => Finish(c, row, known, given),
            RetryOutbox r => Retry(r, row, known, given),
            DiscardOutbox d => Discard(d, row, known, given),
            EditOutbox e => Edit(e, row, known, given),
            _ => throw new InvalidOperationException(input.GetType().Name),
        };
    }

    private static Outcome Finish(CallFinished input, OutboxRow row, Known known, Given given)
    {
        if (row.State is not (OutboxState.Started or OutboxState.Waiting)) return new Outcome(new Answer.Nothing($"the row is {row.State} already"));
        if (input.Result is not CallResult.Succeeded && input.Attempt is { } attempt && attempt < row.Attempts) return new Outcome(new Answer.Nothing($"attempt {row.Attempts} has followed"));
        var p = new Proceedings(known.Dossier ?? Dossier.None, input, given);
        var finished = Finished(row, input);
        if (input.Result is CallResult.Succeeded s) Succeed(p, row, s.ExternalId);
        if (input.Result is CallResult.Failed) Fail(p, row, finished.Error!);
        TransferCalls.Finished(p, row, input.Result);
        if (input.Result is CallResult.Succeeded saved && CodeCalls.Concerns(row)) Keep(p, CodeSaved.Take(row, saved.ExternalId, known, input, given));
        return Closed(p, finished, new Answer.Done(finished.State), Marked(p, finished));
    }

    private static void Keep(Proceedings p, Outcome beside)
    {
        foreach (var row in beside.Inserts) p.Add(row);
        foreach (var record in beside.Updates) p.Change(record);
    }

    /// <summary>A mail says that it failed for good, until a retry gets through.</summary>
    private static Message? Marked(Proceedings p, OutboxRow finished)
    {
        if (finished.Operation != MailOperation.Send || finished.State is not (OutboxState.Done or OutboxState.Dead)) return null;
        var mail = p.Dossier.Mails.Find(m => m.Id == finished.MessageId);
        return mail is null || mail.DeliveryError == finished.Error ? null : mail with { DeliveryError = finished.Error };
    }

    private static OutboxRow Finished(OutboxRow row, CallFinished input) => input.Result switch
    {
        CallResult.Succeeded s => Done(row, input.At, s.Answer ?? s.ExternalId),
        CallResult.Later l => Freed(row) with
        {
            State = l.DoubtSince is null ? OutboxState.Waiting : OutboxState.Started,
            DoubtSince = l.DoubtSince,
            NotBefore = l.At,
            Error = l.Error,
            Payload = l.Rest ?? row.Payload,
        },
        CallResult.Failed f => Freed(row) with { State = OutboxState.Dead, DeadSince = input.At, Error = f.Error, Payload = f.Rest ?? row.Payload },
        CallResult.Refused r => Done(row, input.At, $"refused: {r.Reason}"),
        CallResult.Superseded s => Freed(row) with { State = OutboxState.Superseded, DoneAt = input.At, Answer = s.Why },
        _ => throw new InvalidOperationException(input.Result.ToString()),
    };

    private static OutboxRow Freed(OutboxRow row) => row with { LeaseBy = null, LeaseUntil = null, DoubtSince = null };

    private static OutboxRow Done(OutboxRow row, DateTimeOffset at, string? answer) =>
        row with { LeaseBy = null, LeaseUntil = null, DoubtSince = null, State = OutboxState.Done, DoneAt = at, Answer = answer, Error = null };

    private static void Succeed(Proceedings p, OutboxRow row, string? externalId)
    {
        if (externalId is not null && !CodeCalls.Concerns(row)) ExternalIds.Set(p, row.InteractionId, externalId);
        if (row.SegmentId is { } segment && p.Dossier.Segments.Find(s => s.Id == segment) is { } submitted) SegmentRules.Confirm(p, submitted, $"{row.Destination} took it");
        p.Log($"{row.Operation}Delivered", $"to {row.Destination}", row.InteractionId, message: row.MessageId);
    }

    private static void Fail(Proceedings p, OutboxRow row, string error)
    {
        p.Log($"{row.Operation}Failed", error, row.InteractionId, message: row.MessageId, after: RecordId.Outbox(row.Id));
        var interaction = p.Dossier.Interactions.Find(i => i.Id == row.InteractionId);
        p.Notify(interaction?.Owner, "Delivery", row.Operation == MailOperation.Send ? "a mail could not be sent" : $"{row.Destination} refused {row.Operation}", row.InteractionId, interaction?.CaseId, row.MessageId);
    }

    private static Outcome Retry(RetryOutbox input, OutboxRow row, Known known, Given given)
    {
        if (DeadLetters.RetryOf(row.State) is { } instead) return new Outcome(instead);
        var p = new Proceedings(known.Dossier ?? Dossier.None, input, given);
        p.Log("OutboxRetried", row.Error, row.InteractionId, message: row.MessageId, before: row.State.ToString(), after: nameof(OutboxState.Waiting));
        return Closed(p, row with { State = OutboxState.Waiting, NotBefore = input.At, DoneAt = null, DeadSince = null }, new Answer.Done(row.Id));
    }

    private static Outcome Edit(EditOutbox input, OutboxRow row, Known known, Given given)
    {
        if (row.State is not OutboxState.Dead) return new Outcome(new Answer.Refused(RuleNames.NotAllowedInState, $"only a dead letter is changed, this row is {row.State}"));
        if (row.Payload == input.Payload) return new Outcome(new Answer.Nothing("it holds that already"));
        if (PayloadRules.Refuse(row, input.Payload) is { } why) return new Outcome(new Answer.Refused(RuleNames.InvalidPayload, why));
        var p = new Proceedings(known.Dossier ?? Dossier.None, input, given);
        p.Log("OutboxEdited", input.Reason, row.InteractionId, message: row.MessageId, after: RecordId.Outbox(row.Id));
        return Closed(p, row with { Payload = input.Payload }, new Answer.Done(row.Id));
    }

    private static Outcome Discard(DiscardOutbox input, OutboxRow row, Known known, Given given)
    {
        if (DeadLetters.DiscardOf(row.State) is { } instead) return new Outcome(instead);
        var p = new Proceedings(known.Dossier ?? Dossier.None, input, given);
        TransferCalls.Finished(p, row, new CallResult.Superseded("the request was discarded"));
        p.Log("OutboxDiscarded", input.Reason, row.InteractionId, message: row.MessageId, before: row.State.ToString(), after: nameof(OutboxState.Discarded));
        return Closed(p, row with { State = OutboxState.Discarded, DoneAt = input.At }, new Answer.Done(row.Id));
    }

    private static Outcome Closed(Proceedings p, OutboxRow row, Answer answer, Message? marked = null)
    {
        p.Change(row);
        if (marked is not null) p.Change(marked);
        return p.Close(answer);
    }
}
