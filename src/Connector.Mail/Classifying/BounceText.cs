using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>
/// Failed recipients in free text. Systems write them in few shapes: alone on a line under an announcement, at the start of a line before
/// the reason, after a label or a command, or inside the sentence. The first shape found in a text is the one its writer uses.
/// </summary>
internal sealed partial class BounceText
{
    private const int MaxLines = 400;

    private const int AnnouncementReach = 6;

    private static readonly HashSet<string> EmptySet = [];

    private readonly HashSet<string> _own;
    private readonly List<string> _sure = [];
    private readonly List<string> _likely = [];
    private readonly List<string> _addressed = [];
    private readonly List<string> _unanswered = [];
    private readonly List<string> _mentioned = [];
    private int _announced = -AnnouncementReach - 1;
    private string _command = "";
    private bool _hidden;
    private string? _local;

    private BounceText(IReadOnlySet<string> own) => _own = new HashSet<string>(own, StringComparer.OrdinalIgnoreCase);

    /// <summary>The failed recipients of the text above the returned message.</summary>
    public static IReadOnlyList<string> Read(string text, IReadOnlySet<string> own)
    {
        var scan = Scan(text, own);
        List<string>[] choices = [scan._sure, scan._likely, scan._unanswered, scan._addressed, scan._mentioned.Count == 1 ? scan._mentioned : []];
        return Array.Find(choices, found => found.Count > 0) ?? [];
    }

    /// <summary>Whether the text sets addresses apart as a mail system does, and not in its sentences.</summary>
    public static bool Lists(string text, IReadOnlySet<string> own) => Scan(text, own)._sure.Count > 0;

    /// <summary>A name without a domain, alone on a line under the announcement: a mailbox of the system that writes.</summary>
    public static string? Local(string text) => Scan(text, EmptySet)._local;

    private static BounceText Scan(string text, IReadOnlySet<string> own)
    {
        var scan = new BounceText(own);
        var number = 0;
        foreach (var line in ReturnedMessage.TextAbove(text).EnumerateLines())
        {
            if (++number > MaxLines) break;
            if (!line.IsWhiteSpace()) scan.Take(line.ToString().TrimStart('>', '|', ' ', '\t', '\u00a0').TrimEnd(), number);
        }
        return scan;
    }

    /// <summary>Addresses that cannot have failed: the bounce goes to the sender of what came back and comes from a mail system.</summary>
    public static IReadOnlySet<string> OwnAddresses(MailMessage m) =>
        m.To.Concat(m.From).Concat(ReturnedMessage.Senders(m)).Append(m.Sender).OfType<MailAddress>().Select(a => a.Address)
            .Concat(m.Headers.All("Delivered-To").Concat(m.Headers.All("X-Original-To")).Concat(m.Headers.All("Envelope-To")).Select(value => value.Trim().Trim('<', '>')))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private void Take(string line, int number)
    {
        if (line.Length == 0) return;
        var found = EmailAddresses.In(line);
        var announces = BounceWords.IsAnnouncement(line);
        if (found.Count == 0) TakeNothing(line, number, announces);
        else if (Patterns.Matches(OtherParty(), line)) return;
        else if (Patterns.Matches(Origin(), line)) TakeOrigin(line, found);
        else if (Patterns.Matches(HeaderTo(), line)) AddAll(_addressed, line, found);
        else if (Patterns.Matches(Command(), line)) TakeCommand(line, found[0].Address);
        else if (Patterns.Matches(Label(), line) || (found[0].Start <= 3 && IsSureStart(line, found[0], number))) AddAll(_sure, line, found, number);
        else AddAll(announces || BounceWords.IsFailure(line) || IsNear(number) ? _likely : _mentioned, line, found);
        if (announces && (found.Count == 0 || line[^1] is ':' or '：')) _announced = number;
    }

    // Exim names the address behind one that it will not tell, a program or a file.
    private void TakeOrigin(string line, IReadOnlyList<(string Address, int Start)> found)
    {
        if (_hidden) foreach (var (address, _) in found) Add(_sure, address);
        _hidden = false;
    }

    // A transcript names everyone it tried; the answer to the command tells who failed.
    private void TakeCommand(string line, string address)
    {
        if (BounceCodes.First(line) is not null) Add(_sure, address);
        else
        {
            _command = address;
            Add(_unanswered, address);
        }
    }

    private void TakeNothing(string line, int number, bool announces)
    {
        if (_command.Length > 0 && Patterns.Matches(Refusal(), line)) Add(_sure, _command);
        if (_command.Length > 0 && Patterns.Matches(Reply(), line))
        {
            _unanswered.Remove(_command);
            _command = "";
        }
        if (IsNear(number) && !announces && Patterns.Matches(BareName(), line)) _local ??= line.Trim(' ', '\t', '<', '>', '"');
        if (IsNear(number) && !announces && line.Length < 60) _announced++;
        _hidden = Patterns.Matches(Hidden(), line);
    }

    // "<ann@example.org>: user unknown", "ann@example.org... no such user", or nothing else on the line under an announcement.
    private bool IsSureStart(string line, (string Address, int Start) first, int number)
    {
        var rest = line.AsSpan(Math.Min(line.Length, first.Start + first.Address.Length)).Trim(" \t<>[]\"'*;,.)(");
        if (rest.IsEmpty || rest is ":" or "：") return true;
        if (IsNear(number)) return true;
        return rest[0] is ':' or '-' or '=' or '：' ? BounceWords.IsFailure(rest) || rest.Length < 3 : line.Contains("...", StringComparison.Ordinal) || BounceWords.IsFailure(rest);
    }

    private bool IsNear(int number) => number - _announced <= AnnouncementReach;

    private void AddAll(List<string> to, string line, IReadOnlyList<(string Address, int Start)> found, int number)
    {
        var before = to.Count;
        AddAll(to, line, found);
        if (to.Count > before && IsNear(number)) _announced = number;
    }

    private void AddAll(List<string> to, string line, IReadOnlyList<(string Address, int Start)> found)
    {
        foreach (var (address, start) in found)
            if (!Patterns.Matches(NotHere(), line.AsSpan(Math.Max(0, start - 40), Math.Min(40, start)))) Add(to, address);
    }

    private void Add(List<string> to, string address)
    {
        if (_own.Contains(address) || SenderSigns.IsDaemonAddress(address) || to.Contains(address, StringComparer.OrdinalIgnoreCase)) return;
        to.Add(address);
    }

    [GeneratedRegex(@"^\W*(?:(?:failed |final |original |intended |invalid |undelivered |unknown )?recipients?(?: address)?|addressed to|addressee|(?:\w+ ){0,2}address|user|failed address(?:es)?|destinataires?|destinatari[oa]s?|empfänger|ontvanger|mottagare|modtager|adresat|получатель|кому|收件人|收件者|宛先|受信者|수신자|받는 ?사람|destinatário|odbiorca|příjemce|címzett|alıcı|παραλήπτης|unknown (?:user|recipient|address)|user unknown|no such user|invalid (?:recipient|user)|user mailbox exceeds allowed size|undeliverable (?:to|mail to)|undelivered to|could not be delivered to|failed to deliver to|delivery (?:to|failed:?(?: to)?)|mail to|message to|rejected recipient|bad address|sorry,? .{0,60}address)\s*(?:\([^)]*\))?\s*[:：=-]?\s*(?:\[?smtp[:;]|rfc822;|mailto:)?\W{0,3}[^\s@]+@", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Label();

    // The line of a header: whom the mail was for, which is not always who failed.
    [GeneratedRegex(@"^\W*(?:to|an|para|pour|à|aan|till|til|kime|do)\s*[:：]", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex HeaderTo();

    [GeneratedRegex(@"^[\s<""]*[a-z0-9][\w.+-]{2,40}[>""]?$", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex BareName();

    [GeneratedRegex(@"^\W*(?:originally )?(?:generated|expanded|ultimately generated|forwarded) (?:from|by)\b", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^\W*(?:an undisclosed address|pipe to |save to |autoreply to |/)", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\bRCPT\s+TO\s*:", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\W*(?:\d\d:\d\d\S*\s)?\W*(?:.{0,40}(?:said|respond\w*|repl\w*|answer\w*|return\w*)\W*)?[45]\d\d\b|unknown|not found|reject|no such", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^\W*(?:\d\d:\d\d\S*\s)?\W*[2-5]\d\d\b", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Reply();

    [GeneratedRegex(@"^\W*(?:from|sender|return-?path|reply-?to|message-?id|mail from|x-[\w-]+|received|subject|cc|date|reporting-mta|remote-mta|von|de|da|van|发件人|寄件者|差出人|mail from:|ehlo|helo|arrival-date|contact|for (?:help|assistance|more|further)|if you|please contact|please (?:e-?mail|send|forward|call)|you (?:can|may|should)|questions)\b", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex OtherParty();

    [GeneratedRegex(@"(?:\b(?:from|sender|contact|by|via|postmaster|help|support|administrator|assistance|questions|message[- ]?id|msgid|id|mailto|write to|e-?mail us at|(?:send|forward|please mail) (?:it |this |mail |message |email )*to)\W{0,4})$", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex NotHere();
}
