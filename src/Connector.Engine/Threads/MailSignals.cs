using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>Everything in a mail that may name a thread, in the order it is believed, and the keys to look all of it up at once.</summary>
public sealed record MailSignals
{
    public required MailKeys Keys { get; init; }

    /// <summary>Signals in the order of threading rules (a), strongest first.</summary>
    public IReadOnlyList<Signal> Ordered { get; init; } = [];

    /// <summary>Flags found while looking (<c>ForgedToken</c> …).</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Reads the signals. Pure: done in parallel, before the door. A delivery report names the mail that failed.</summary>
    public static MailSignals Of(MailMessage mail, Channel channel, Setup setup, Bounce? bounce = null) => SignalReader.Read(mail, channel, setup, bounce?.OriginalMessageId ?? ReceiptReport.OriginalId(mail));
}

/// <summary>One thing that may name a thread.</summary>
/// <param name="By">Which signal it is.</param>
/// <param name="Key">The key of the <see cref="ThreadHit"/> it would find; for a Message-ID <c>mail:KEY</c>.</param>
/// <param name="Text">As it stood in the mail.</param>
/// <param name="Signed">Proved by a key of ours.</param>
/// <param name="Recipient">Participant number r of a signed token.</param>
/// <param name="Chain">It stands in References: behind the first one that leads anywhere, older ones are history.</param>
/// <param name="Quoted">It stands in text of earlier mails only: it may lead somewhere, but contradicts nothing.</param>
/// <param name="Awaited">A conversation may wait for the mail of that id.</param>
public sealed record Signal(MatchedBy By, string Key, string Text, bool Signed = false, int? Recipient = null, bool Chain = false, bool Quoted = false, bool Awaited = false);
