using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Runtime.Intake;

namespace Connector.Host.Operations.Quarantine;

/// <summary>A person decides about held mails.</summary>
internal sealed class QuarantineDesk(Operator by)
{
    /// <summary>Lets it through: the reason it was held for no longer counts. It may be held again for another.</summary>
    public async Task<ReleaseResult> ReleaseAsync(string id, CancellationToken cancellation)
    {
        var (item, raw) = await new QuarantineReading(by.App.Store).FindAsync(id, cancellation);
        return await by.ActAsync<MailDecision?, ReleaseResult>(
            async beside => item.State == QuarantineState.Held
                ? (await by.App.Intake.TakeAsync(new IncomingMail(item.Channel, raw, item.Source) { ReleasedFrom = item.Id, Beside = beside }, cancellation)).Decision
                : null,
            decision => new(id, "release", decision is null ? $"it is {item.State} already" : null, decision),
            decision => decision is null ? [] : [new("quarantine release", id, item.Reason.ToString(), decision.Action.ToString())]);
    }

    public async Task<OperationResult> DiscardAsync(string id, string reason, CancellationToken cancellation)
    {
        var (item, _) = await new QuarantineReading(by.App.Store).FindAsync(id, cancellation);
        var input = new DiscardQuarantined { QuarantineId = item.Id, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation };
        return await by.GiveAsync(input, id, "discard", _ => [new("quarantine discard", id, nameof(QuarantineState.Held), reason)], cancellation);
    }
}

/// <summary>What a released mail came to.</summary>
internal sealed record ReleaseResult(string Id, string Done, string? Nothing, MailDecision? Decision);
