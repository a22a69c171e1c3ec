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
        if (item.State != QuarantineState.Held) return new(id, "release", $"it is {item.State} already", null);
        var line = await by.App.Intake.TakeAsync(new IncomingMail(item.Channel, raw, item.Source) { ReleasedFrom = item.Id }, cancellation);
        await by.AuditAsync("quarantine release", id, item.Reason.ToString(), line.Decision.Action.ToString(), cancellation);
        return new(id, "release", null, line.Decision);
    }

    public async Task<OperationResult> DiscardAsync(string id, string reason, CancellationToken cancellation)
    {
        var (item, _) = await new QuarantineReading(by.App.Store).FindAsync(id, cancellation);
        var input = new DiscardQuarantined { QuarantineId = item.Id, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation };
        var outcome = await by.GiveAsync(input, cancellation);
        var result = OperationResult.Of(id, "discard", outcome.Answer);
        if (result.Nothing is null) await by.AuditAsync("quarantine discard", id, nameof(QuarantineState.Held), reason, cancellation);
        return result;
    }
}

/// <summary>What a released mail came to.</summary>
internal sealed record ReleaseResult(string Id, string Done, string? Nothing, MailDecision? Decision);
