using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Mail.Classifying;

namespace Connector.Runtime.Intake.Reading;

/// <summary>Everything that is done with a mail before the door: read, classified, its signals found. What cannot be read says so to the rules.</summary>
internal sealed class MailReading(MailSize size, InFlight inFlight, ReadingDesk desk)
{
    /// <summary>Enough for the header of a mail whose body is not looked at.</summary>
    private const int HeadLength = 64 << 10;

    private static readonly Classification NotRead = new(MailClass.Human, "not read");

    public async Task<MailArrived> ReadAsync(IncomingMail mail, Channel channel, Setup setup, string correlation, CancellationToken cancellation)
    {
        if (size.IsTooLarge(mail)) return Held(mail, channel, setup, correlation, QuarantineReason.TooLarge, size.Explain(mail));
        if (mail.ReleasedFrom is not null) inFlight.Forgive(InFlight.KeyOf(mail.Bytes));
        var deaths = inFlight.Suspects == 0 ? 0 : inFlight.DeathsOf(InFlight.KeyOf(mail.Bytes));
        if (deaths >= InFlight.Deadly)
            return Held(mail, channel, setup, correlation, QuarantineReason.Deadly, $"the process died {deaths} times while it was read");
        return await desk.RunAsync(() => Marked(mail, channel, setup, correlation), alone: deaths > 0, cancellation);
    }

    /// <summary>What the beginning of a mail says. Of one that the process died of nothing is touched: looked at and alive, it would count as cleared.</summary>
    public T LookAt<T>(byte[] bytes, Func<MailMessage, T> look)
    {
        var key = InFlight.KeyOf(bytes);
        if (inFlight.DeathsOf(key) > 0) return look(MailReader.Read(ReadOnlyMemory<byte>.Empty));
        using var mark = inFlight.Begin(key);
        return look(MailReader.Read(HeadOf(bytes)));
    }

    private static ReadOnlyMemory<byte> HeadOf(byte[] bytes) => bytes.AsMemory(0, Math.Min(HeadLength, bytes.Length));

    private MailArrived Marked(IncomingMail incoming, Channel channel, Setup setup, string correlation)
    {
        using var mark = inFlight.Begin(InFlight.KeyOf(incoming.Bytes));
        return Read(incoming, channel, setup, correlation);
    }

    private static MailArrived Read(IncomingMail incoming, Channel channel, Setup setup, string correlation)
    {
        var mail = MailReader.Read(incoming.Bytes);
        var bounce = BounceReader.Read(mail);
        _ = mail.CanonicalHash;
        var arrived = Arrived(incoming, channel, correlation, mail, MailClassifier.Classify(mail, OwnMailOf(setup)), MailSignals.Of(mail, channel, setup, bounce), bounce);
        return mail.HasHeaders ? arrived : arrived with { Unreadable = QuarantineReason.NotMail, UnreadableDetail = "no header at all" };
    }

    /// <summary>Not read: of a large mail the header tells sender and subject, of a deadly one nothing is touched.</summary>
    private static MailArrived Held(IncomingMail incoming, Channel channel, Setup setup, string correlation, QuarantineReason reason, string detail)
    {
        var head = reason == QuarantineReason.TooLarge ? HeadOf(incoming.Bytes) : ReadOnlyMemory<byte>.Empty;
        var mail = MailReader.Read(head);
        var signals = head.IsEmpty
            ? new MailSignals { Keys = new() { Own = MailKey.OfContent(Convert.FromHexString(InFlight.KeyOf(incoming.Bytes))) } }
            : MailSignals.Of(mail, channel, setup);
        return Arrived(incoming, channel, correlation, mail, NotRead, signals, null) with { Unreadable = reason, UnreadableDetail = detail };
    }

    private static MailArrived Arrived(IncomingMail incoming, Channel channel, string correlation, MailMessage mail, Classification classification, MailSignals signals, Bounce? bounce) => new()
    {
        At = default,
        By = Actor.Mail,
        Correlation = correlation,
        Channel = channel.Id,
        Source = incoming.Source,
        Raw = incoming.Bytes,
        Mail = mail,
        Class = classification,
        Bounce = bounce,
        Signals = signals,
        ReleasedFrom = incoming.ReleasedFrom,
    };

    private static OwnMail OwnMailOf(Setup setup) => new(
        setup.IsOwnAddress,
        id => SignedTokens.ReadMessageId(id, setup, out _) is not null,
        marker => LoopMarker.IsOurs(marker, setup));
}
