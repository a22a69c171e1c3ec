using System.Collections.Immutable;
using System.Globalization;
using Connector.Engine.Messages;

namespace Connector.Engine.Threads;

/// <summary>One automatic mail we sent, or the first one that a cap held back: what the caps are counted by. Append-only; addresses only as hashes.</summary>
public sealed record AutomaticSent
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public AutomaticKind Kind { get; init; }
    public long AddressHash { get; init; }

    /// <summary>Of the bare subject without digits: machines that answer anew each time keep their words.</summary>
    public long SubjectHash { get; init; }
    public long? ThreadId { get; init; }
    public DateTimeOffset At { get; init; }

    public static long HashOf(string address) => MailKey.OfId(address.ToLowerInvariant());

    public static long HashOfSubject(string subject) =>
        MailKey.OfId(string.Concat(BareSubject.Of(subject).Where(c => !char.IsDigit(c))).ToLower(CultureInfo.InvariantCulture));
}

public enum AutomaticKind
{
    Sent,
    HeldBack,
}

/// <summary>What has been sent lately, as the caps need it.</summary>
/// <param name="ToAddress">To the address that would be answered, in the longest window.</param>
/// <param name="SentInHour">To anybody.</param>
/// <param name="HeldBackInHour">Whether a cap has held any back: then the alarm has been given.</param>
public sealed record AutomaticTraffic(ImmutableList<AutomaticSent> ToAddress, long SentInHour, bool HeldBackInHour)
{
    /// <summary>On the decision of a mail whose acknowledgement a cap held back.</summary>
    public const string HeldBackFlag = "AutomaticMailHeldBack";

    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);
}
