using System.Collections.Immutable;
using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>How many automatic mails one address, one conversation and all the world may get. Two machines that answer each other end here, with one alarm.</summary>
internal static class AutomaticCaps
{
    /// <summary>The cap that is reached, in words; null: it may be sent. What was sent before is not known: then nothing is.</summary>
    public static string? Reached(AutomaticTraffic? traffic, long subject, long? thread, DateTimeOffset now, Rules rules)
    {
        if (traffic is null) return "it is not known what was sent before";
        if (traffic.SentInHour >= rules.AutomaticPerHour) return $"{traffic.SentInHour} automatic mails in an hour";
        var sent = traffic.ToAddress.FindAll(s => s.Kind == AutomaticKind.Sent);
        return Over(sent.FindAll(s => s.ThreadId == thread && thread is not null || s.SubjectHash == subject), rules.AutomaticPerThread, now) is { } here ? $"{here} to one address in one conversation"
            : Over(sent, rules.AutomaticPerAddress, now) is { } anywhere ? $"{anywhere} to one address"
            : null;
    }

    private static string? Over(ImmutableList<AutomaticSent> sent, RateCaps caps, DateTimeOffset now)
    {
        foreach (var (window, limit) in caps.Windows)
            if (sent.Count(s => now - s.At < window) is var count && count >= limit) return $"{count} automatic mails within {window.TotalMinutes:0} minutes";
        return null;
    }

    /// <summary>Supervisors are told and the stream shows it, once as long as it lasts.</summary>
    public static void HoldBack(Proceedings p, AutomaticTraffic? traffic, AutomaticSent mail, string why, long interaction)
    {
        p.Log(AutomaticTraffic.HeldBackFlag, why, interaction);
        if (traffic is null || traffic.HeldBackInHour || traffic.ToAddress.Exists(s => s.Kind == AutomaticKind.HeldBack)) return;
        p.Add(mail with { Kind = AutomaticKind.HeldBack });
        foreach (var supervisor in p.Given.Setup.AgentsByAddress.Values.Where(a => a.Role == AgentRole.Supervisor).Select(a => a.Id).Distinct(StringComparer.Ordinal))
            p.Notify(supervisor, "Alarm", $"automatic mail is held back: {why}", interaction);
    }
}
