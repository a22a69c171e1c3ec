using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;

namespace Connector.Engine.WrapUp;

/// <summary>The wrap-up segments of an interaction follow its events: opened, submitted, cancelled, closed by a transfer.</summary>
public static class SegmentRules
{
    public static WrapUpSegment? LastOf(Dossier dossier, long interaction) =>
        dossier.Segments.FindLast(s => s.InteractionId == interaction);

    public static void React(Proceedings p, Interaction? was, Interaction now, InteractionEvent happened)
    {
        switch (happened)
        {
            case WrapUpOpened:
                p.Set(Opened(p, now));
                break;
            case WrapUpCancelled when p.Dossier.OpenSegment(now.Id) is { } open:
                p.Set(open with { State = SegmentState.Cancelled });
                break;
            case InteractionCompleted e:
                p.Set(Submitted(p.Dossier.OpenSegment(now.Id) ?? Opened(p, now), e, p));
                break;
            case CodeCorrected e when LastOf(p.Dossier, now.Id) is { } given:
                p.Set(given with { Code = e.Code, Notes = e.Notes, Source = CodeSource.Agent, State = SegmentState.Confirmed, AwaitingConfirmation = false, ConfirmedAt = p.Now });
                break;
            case OwnerReleased when was?.Owner is { } owner && p.Dossier.OpenTransfer(now.Id) is not null:
                p.Set(Opened(p, now) with { Agent = owner, State = SegmentState.Transferred });
                break;
        }
    }

    /// <summary>The vendor has the code: it answered, or shows it.</summary>
    public static void Confirm(Proceedings p, WrapUpSegment segment, string how)
    {
        if (!segment.AwaitingConfirmation) return;
        p.Set(segment with { State = SegmentState.Confirmed, AwaitingConfirmation = false, ConfirmedAt = p.Now });
        p.Log("WrapUpConfirmed", how, segment.InteractionId, p.Interaction(segment.InteractionId).CaseId, after: segment.Code);
    }

    private static WrapUpSegment Opened(Proceedings p, Interaction i) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = i.Tenant,
        InteractionId = i.Id,
        Agent = i.Owner,
        State = SegmentState.Open,
        OpenedAt = p.Now,
    };

    /// <summary>Built-in queue: confirmed at once, the segment stands in the record system. Remote sources: on acknowledgement or echo.</summary>
    private static WrapUpSegment Submitted(WrapUpSegment open, InteractionCompleted e, Proceedings p)
    {
        var interaction = p.Interaction(e.InteractionId);
        var remote = p.Given.Setup.CapabilitiesOf(interaction.Instance).HasFlag(Capability.WrapUp) && interaction.Instance != p.Input.By.Instance;
        return open with
        {
            State = remote ? SegmentState.Submitted : SegmentState.Confirmed,
            Code = e.Code,
            Source = e.Source,
            Notes = e.Notes,
            SubmittedAt = p.Now,
            ConfirmedAt = remote ? null : p.Now,
            AwaitingConfirmation = remote,
            AppliedLate = e.Late,
        };
    }
}
