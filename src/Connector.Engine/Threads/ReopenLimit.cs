using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>Mail reopens a thread's cases a few times a day only (<c>ReopensPerThread</c>). Beyond it a mail is kept, and nothing else changes.</summary>
internal static class ReopenLimit
{
    public const string Flag = "ReopenLimitReached";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Counts one reopening, or says that the day has had its number. A case that is open already is none.</summary>
    public static bool Allows(Proceedings p, Case target, Channel channel)
    {
        if (target.State is not (CaseState.Resolved or CaseState.Closed)) return true;
        var thread = p.Dossier.Thread!;
        var today = thread.ReopensFrom is { } from && p.Now - from < Day ? thread.Reopens : 0;
        if (today >= channel.Rules.ReopensPerThread)
        {
            p.Log(Flag, $"{today} reopenings since {thread.ReopensFrom:u}", caseId: target.Id);
            return false;
        }
        p.Set(thread with { Reopens = today + 1, ReopensFrom = today == 0 ? p.Now : thread.ReopensFrom });
        return true;
    }
}
