using System.Net;
using System.Text;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Mail;

namespace Connector.Engine.Outbound;

/// <summary>The earlier public messages, quoted for a CC who has not had them: oldest first, never an internal one, limited in size with a notice.</summary>
/// <param name="Readers">The CCs it is for.</param>
/// <param name="Quoted">The messages quoted.</param>
/// <param name="LeftOut">How many did not fit.</param>
public sealed record EarlierMessages(IReadOnlyList<Participant> Readers, IReadOnlyList<Message> Quoted, int LeftOut, string Text)
{
    public const int Limit = 60_000;

    /// <summary>Null when nobody among the CCs is new, or they had everything.</summary>
    public static EarlierMessages? For(Dossier dossier, IReadOnlyList<Participant> ccs)
    {
        var said = dossier.History.FindAll(k => k.Message is { Visibility: Visibility.Public, Kind: MessageKind.Mail })
            .ConvertAll(k => (k.Message, Mail: MailReader.Read(k.Bytes)));
        var readers = ccs.Where(c => History.IsNew(c) && said.Exists(s => !Had(c, s.Message, s.Mail))).ToList();
        if (readers.Count == 0) return null;
        var (kept, left) = Fitting(said.ConvertAll(s => (s.Message, Text: Quote(s.Message, s.Mail))));
        return new(readers, [.. kept.Select(k => k.Message)], left, Written(kept, left));
    }

    public string Under(string text) => $"{text}\n\n{Text}";

    public string UnderHtml(string html) => $"{html}<hr><pre style=\"white-space:pre-wrap\">{WebUtility.HtmlEncode(Text)}</pre>";

    private static bool Had(Participant person, Message message, MailMessage mail) =>
        message.From == person.Address || mail.To.Concat(mail.Cc).Any(a => a.Address.Equals(person.Address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The newest ones, when not all fit.</summary>
    private static (List<(Message Message, string Text)> Kept, int LeftOut) Fitting(IReadOnlyList<(Message Message, string Text)> all)
    {
        var room = Limit;
        var kept = all.Reverse().TakeWhile(q => (room -= q.Text.Length) >= 0).Reverse().ToList();
        return (kept, all.Count - kept.Count);
    }

    private static string Written(List<(Message Message, string Text)> kept, int left)
    {
        var text = new StringBuilder("Earlier messages of this conversation:\n");
        if (left > 0) text.Append("\n[").Append(left).Append(" older ones are left out here; ask for them if you need them.]\n");
        foreach (var (_, quote) in kept) text.Append('\n').Append(quote);
        return text.ToString();
    }

    private static string Quote(Message message, MailMessage mail)
    {
        var body = string.IsNullOrWhiteSpace(mail.ReplyText) ? mail.Text : mail.ReplyText;
        var name = message.FromName.Length == 0 ? message.From : $"{message.FromName} <{message.From}>";
        return $"On {message.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {name} wrote:\n> {body.Trim().ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal)}\n";
    }
}
