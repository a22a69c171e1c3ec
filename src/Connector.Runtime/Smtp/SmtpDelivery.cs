using System.Text;

using Connector.Mail;

namespace Connector.Runtime.Smtp;

/// <summary>One mail through an open session, in as many transactions as the server's limit on recipients asks for.</summary>
internal sealed class SmtpDelivery(SmtpSession session, SmtpEnvelope envelope, SmtpContent content)
{
    private const int TooManyRecipients = 452;
    private const int ServiceClosing = 421;

    private static readonly SmtpReply NoAddress = SmtpReply.Own(501, "5.1.3", "Not an address.");
    private static readonly SmtpReply NoUtf8 = SmtpReply.Own(553, "5.6.7", "The mail server takes no addresses beyond ASCII.");

    private readonly Dictionary<string, SmtpReply> outcome = new(StringComparer.Ordinal);

    public async Task<SmtpResult> RunAsync(CancellationToken cancellationToken)
    {
        var mail = MailCommand();
        var waiting = Reachable();
        while (waiting.Count > 0) waiting = await NextAsync(mail, waiting, cancellationToken);
        return new SmtpResult([.. envelope.Recipients.Select(r => new SmtpRecipient(r, outcome[r]))]);
    }

    private bool AnyDelivered => outcome.Values.Any(r => r.IsPositive);

    /// <summary>One transaction; once somebody has the mail, a failure is the others' answer and no longer the mail's.</summary>
    private async Task<List<Recipient>> NextAsync(string mail, List<Recipient> waiting, CancellationToken cancellationToken)
    {
        try
        {
            return await TransactAsync(mail, waiting, cancellationToken);
        }
        catch (SmtpDeliveryException e) when (AnyDelivered)
        {
            var reply = e.Reply ?? SmtpReply.Own(451, "4.4.2", e.Message);
            foreach (var recipient in waiting) outcome.TryAdd(recipient.Given, reply);
            return [];
        }
    }

    private async Task<List<Recipient>> TransactAsync(string mail, List<Recipient> waiting, CancellationToken cancellationToken)
    {
        var reply = await session.Connection.CommandAsync("MAIL FROM", mail, cancellationToken);
        if (!reply.IsPositive) throw SmtpDeliveryException.Of("MAIL FROM", reply);
        var accepted = new List<string>();
        var tried = 0;
        for (; tried < waiting.Count; tried++)
        {
            reply = await session.Connection.CommandAsync("RCPT TO", $"RCPT TO:<{waiting[tried].Wire}>", cancellationToken);
            if (reply.Code == ServiceClosing) throw SmtpDeliveryException.Of("RCPT TO", reply);
            if (reply.Code == TooManyRecipients && accepted.Count > 0) break;
            if (reply.IsPositive) accepted.Add(waiting[tried].Given);
            else outcome[waiting[tried].Given] = AsRefusal(reply);
        }
        if (accepted.Count > 0) await DataAsync(accepted, cancellationToken);
        return waiting[tried..];
    }

    private async Task DataAsync(List<string> accepted, CancellationToken cancellationToken)
    {
        var reply = await session.Connection.CommandAsync("DATA", "DATA", cancellationToken);
        if (reply.Code != 354) throw SmtpDeliveryException.Of("DATA", reply);
        reply = await session.Connection.SendMessageAsync(content.Stuffed, cancellationToken);
        if (!reply.IsPositive) throw SmtpDeliveryException.Of("the message", reply);
        foreach (var recipient in accepted) outcome[recipient] = reply;
    }

    private string MailCommand()
    {
        var capabilities = session.Capabilities;
        var from = envelope.From is null ? "" : Wire(envelope.From) ?? throw new SmtpRefusedException("The sender is not an address.", NoAddress);
        var utf8 = content.NeedsUtf8 || !Ascii.IsValid(from) || envelope.Recipients.Any(r => Wire(r) is { } wire && !Ascii.IsValid(wire) && capabilities.Utf8);
        if (utf8 && !capabilities.Utf8) throw new SmtpRefusedException("The mail needs SMTPUTF8, which the mail server lacks.", NoUtf8);
        if (content.NeedsEightBit && !capabilities.EightBit) throw new SmtpRefusedException("The mail has 8-bit bytes, which the mail server does not take.");
        if (capabilities.Limit < content.Stuffed.Length) throw new SmtpRefusedException("The mail is larger than the mail server takes.", SmtpReply.Own(552, "5.3.4", "Message too big."));
        return $"MAIL FROM:<{from}>{(capabilities.Size ? $" SIZE={content.Stuffed.Length}" : "")}{(content.NeedsEightBit ? " BODY=8BITMIME" : "")}{(utf8 ? " SMTPUTF8" : "")}";
    }

    private List<Recipient> Reachable()
    {
        var reachable = new List<Recipient>();
        foreach (var given in envelope.Recipients.Distinct(StringComparer.Ordinal))
        {
            var wire = Wire(given);
            if (wire is null) outcome[given] = NoAddress;
            else if (!Ascii.IsValid(wire) && !session.Capabilities.Utf8) outcome[given] = NoUtf8;
            else reachable.Add(new Recipient(given, wire));
        }
        return reachable;
    }

    /// <summary>A server that answers a recipient with neither yes nor no has not taken it.</summary>
    private static SmtpReply AsRefusal(SmtpReply reply) => reply.Code >= 400 ? reply : SmtpReply.Own(451, "4.5.0", $"Unexpected answer {reply.Status}.");

    private static string? Wire(string address)
    {
        try
        {
            return AddrSpec.Format(address);
        }
        catch (InvalidMailException)
        {
            return null;
        }
    }

    private sealed record Recipient(string Given, string Wire);
}
