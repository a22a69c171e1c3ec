using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>Work left empty when its mails went over to another conversation's: nobody ever had it.</summary>
internal static class GivenUp
{
    public const string Reason = "United";

    public static bool Is(Interaction i) => i is { State: InteractionState.ClosedAbandoned, Owner: null, PreviousOwner: null, NoCodeReason: Reason };

    /// <summary>It leaves the queue or the vendor; what its mails went to waits as long as it did.</summary>
    /// <param name="of">Whose work it is.</param>
    /// <param name="p">Where the mails went.</param>
    public static void Close(Proceedings of, Interaction left, Channel channel, Proceedings p, UnitingPlace place)
    {
        of.Take(InteractionRules.Decide(of.Interaction(left.Id), new InteractionInput.CloseUnhandled(Reason), new InteractionFacts(of.Now, channel.Rules)), place.Message);
        if (place.Interaction is { } id && p.Interaction(id) is { State: InteractionState.New } waiting && waiting.WaitingSince > left.WaitingSince)
            p.Set(waiting with { WaitingSince = left.WaitingSince });
    }
}
