using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>How much automatic mail a conversation takes in an hour (<c>AutomaticInPerHour</c>). Beyond it each is kept, and nobody is told any more but once.</summary>
internal static class IncomingAutomatic
{
    public const string Flag = "AutomaticMailFlood";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Counts one; false when the hour has had its number.</summary>
    public static bool Counts(Proceedings p, Rules rules, string? owner, long? interaction)
    {
        var thread = p.Dossier.Thread!;
        var sofar = thread.AutomaticFrom is { } from && p.Now - from < Hour ? thread.AutomaticIn ?? 0 : 0;
        p.Set(thread with { AutomaticIn = sofar + 1, AutomaticFrom = sofar == 0 ? p.Now : thread.AutomaticFrom });
        if (sofar == rules.AutomaticInPerHour) p.Notify(owner, "Alarm", $"more than {sofar} automatic mails within an hour; further ones are kept quietly", interaction);
        return sofar < rules.AutomaticInPerHour;
    }
}
