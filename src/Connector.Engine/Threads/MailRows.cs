using Connector.Engine.Interactions;
using Connector.Engine.Messages;

namespace Connector.Engine.Threads;

/// <summary>The rows a mail is kept in.</summary>
internal static class MailRows
{
    public static Message Message(MailArrived mail, long id, string tenant) => new()
    {
        Id = id,
        Tenant = tenant,
        Channel = mail.Channel,
        Kind = MessageKind.Mail,
        Direction = Direction.Inbound,
        Class = mail.Class.Class,
        MailId = mail.Mail.MessageId ?? "",
        MailKey = mail.Signals.Keys.Own,
        CanonicalHash = mail.Mail.CanonicalHash.ToArray(),
        From = Sender(mail),
        FromName = mail.Mail.From.Count > 0 ? mail.Mail.From[0].Name ?? "" : "",
        Subject = mail.Mail.Subject,
        At = mail.At,
        Size = mail.Raw.Length,
    };

    public static RawMail Raw(MailArrived mail, long id) => new() { Id = id, Bytes = mail.Raw };

    /// <summary>Identity is From; a Reply-To of somebody else is told, and gives nobody any power.</summary>
    public static IEnumerable<string> SenderFlags(MailArrived mail, Settings.Setup setup) =>
        mail.Mail.ReplyTo.All(r => r.Address.Equals(Sender(mail), StringComparison.OrdinalIgnoreCase) || setup.IsOwnAddress(r.Address)) ? [] : ["FromReplyToConflict"];

    public static string Sender(MailArrived mail) => mail.Mail.From.Count > 0 ? mail.Mail.From[0].Address.ToLowerInvariant() : "";
}
