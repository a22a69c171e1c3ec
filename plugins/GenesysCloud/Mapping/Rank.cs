using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>
/// A number that rises with every change of a conversation, out of what the vendor itself says, so that any two reads can be put in order: the time of the
/// latest fact in milliseconds, then how many facts there are. Facts only grow: legs are added, never removed; each is connected, ended, wrapped up once.
/// A time that lies ahead (an agent parks until tomorrow) is no fact yet. Pure.
/// </summary>
internal static class Rank
{
    private const int StepsLimit = 4096;

    public static long Of(EmailConversation conversation, DateTimeOffset? asOf) =>
        (LatestFact(conversation, asOf) ?? DateTimeOffset.UnixEpoch).ToUnixTimeMilliseconds() * StepsLimit + Math.Min(Steps(conversation), StepsLimit - 1);

    /// <summary>When the conversation last changed.</summary>
    public static DateTimeOffset? LatestFact(EmailConversation conversation, DateTimeOffset? asOf) =>
        (conversation.Participants ?? []).SelectMany(Times)
            .Concat((conversation.RecentTransfers ?? []).Select(t => t.DateIssued))
            .Where(time => time is not null && (asOf is null || time <= asOf.Value + ClockGrain))
            .Max();

    /// <summary>The rank of the latest parking, of whichever leg: it stays when the leg is taken up again, or handed over. Null when there was none.</summary>
    public static long? OfHold(EmailConversation conversation) =>
        (conversation.Participants ?? []).Max(leg => leg.ParkTime)?.ToUnixTimeMilliseconds() * StepsLimit;

    /// <summary>The vendor's Date header tells whole seconds.</summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromSeconds(1);

    private static IEnumerable<DateTimeOffset?> Times(EmailParticipant leg) =>
        [leg.StartTime, leg.ConnectedTime, leg.EndTime, leg.StartAcwTime, leg.EndAcwTime, leg.ParkTime, leg.IsParked() ? null : leg.ResumeTime];

    private static int Steps(EmailConversation conversation) =>
        (conversation.Participants ?? []).Sum(Steps) + (conversation.RecentTransfers ?? []).Sum(t => TransferMapping.IsOver(t) ? 2 : 1);

    private static int Steps(EmailParticipant leg) => 1
        + One(leg.ConnectedTime is not null)
        + One(!leg.IsLive())
        + One(leg.StartAcwTime is not null)
        + One(leg.EndAcwTime is not null)
        + One(leg.FinalWrapup() is not null)
        + One(leg.WrapupSkipped == true)
        + One(leg.ParkTime is not null)
        + One(leg.ParkTime is not null && !leg.IsParked());

    private static int One(bool counts) => counts ? 1 : 0;
}
