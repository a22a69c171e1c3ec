using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>Finds every signal in a mail (threading rules a), strongest first. Looks nothing up.</summary>
internal static partial class SignalReader
{
    private const int MaxIds = 30;
    private const int MaxWords = 20;
    private const int LongestWord = 40;
    private const int MaxBodyWords = 20;
    private static readonly string[] RecipientFields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Forwarded-To", "To", "Cc", "Resent-To", "Resent-Cc"];

    public static MailSignals Read(MailMessage mail, Channel channel, Setup setup, string? failedMail)
    {
        var flags = new List<string>();
        var named = NamedIds(mail, failedMail).ToList();
        var ordered = Addresses(mail, setup, flags)
            .Concat(OwnIds(named, setup, flags))
            .Concat(named.Select(id => new Signal(MatchedBy.MessageId, MailHit(MailKey.OfId(id)), id)))
            .Select(s => s with { Chain = s.By != MatchedBy.AddressToken && s.Text != failedMail && !mail.InReplyTo.Contains(s.Text) })
            .Concat(Awaited(mail.MessageId is { } own ? [own] : []))
            .Concat(IndexOf(mail))
            .Concat(SubjectWords(mail.Subject).Select(w => new Signal(MatchedBy.Subject, ThreadHit.OfToken(w), w)))
            .Concat(CaseNumbers(mail.Subject, channel))
            .Concat(BodyTokens(mail.ReplyText, quoted: false).Concat(BodyTokens(mail.QuotedText, quoted: true)).DistinctBy(s => s.Key))
            .Concat(Awaited(named))
            .ToList();
        return new MailSignals { Keys = Keys(mail, ordered) with { Answerable = Answerable(mail, channel) }, Ordered = ordered, Flags = flags };
    }

    public static string MailHit(long key) => $"mail:{key}";

    private static long? Answerable(MailMessage mail, Channel channel) =>
        channel.Rules.AcknowledgeTemplate is not null && Acknowledgement.EnvelopeSender(mail) is { Length: > 0 } sender ? AutomaticSent.HashOf(sender) : null;

    private static MailKeys Keys(MailMessage mail, List<Signal> signals) => new()
    {
        Own = mail.MessageId is { } id ? MailKey.OfId(id) : MailKey.OfContent(mail.CanonicalHash.Span),
        Named = [.. signals.Where(s => s.By == MatchedBy.MessageId && !s.Awaited).Select(s => MailKey.OfId(s.Text)).Distinct()],
        ThreadTokens = [.. signals.Where(s => s.Key.StartsWith("token:", StringComparison.Ordinal)).Select(s => s.Key[6..]).Distinct()],
        CaseNumbers = [.. signals.Where(s => s.By == MatchedBy.CaseNumber).Select(s => long.Parse(s.Text, CultureInfo.InvariantCulture))],
        Sender = mail.From.Count > 0 ? mail.From[0].Address.ToLowerInvariant() : "",
        ClientIndex = ClientIndex(mail),
    };

    private static IEnumerable<string> NamedIds(MailMessage mail, string? failedMail) =>
        mail.InReplyTo.Concat(mail.References.Reverse()).Prepend(failedMail ?? "").Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxIds);

    /// <summary>What came before this mail may name it. That both answer a mail which is not here says least of all.</summary>
    private static IEnumerable<Signal> Awaited(IEnumerable<string> ids) => ids
        .Select(id => new Signal(MatchedBy.MessageId, ThreadHit.OfAwaited(MailKey.OfId(id)), id, Awaited: true));

    private static IEnumerable<Signal> Addresses(MailMessage mail, Setup setup, List<string> flags)
    {
        foreach (var address in Recipients(mail).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (SignedTokens.ReadAddress(address, setup, out var forged) is { } token)
                yield return new Signal(MatchedBy.AddressToken, ThreadHit.OfToken(token.ThreadToken), address, Signed: true, token.Recipient);
            if (forged) flags.Add("ForgedToken");
        }
    }

    private static IEnumerable<string> Recipients(MailMessage mail) =>
        RecipientFields.SelectMany(f => f switch
        {
            "To" => mail.To.Select(a => a.Address),
            "Cc" => mail.Cc.Select(a => a.Address),
            _ => mail.Headers.All(f).SelectMany(AddressWords),
        });

    private static IEnumerable<string> AddressWords(string value) =>
        value.Split([' ', ',', ';', '<', '>', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@')).Take(50);

    private static IEnumerable<Signal> OwnIds(List<string> ids, Setup setup, List<string> flags)
    {
        foreach (var id in ids)
        {
            if (SignedTokens.ReadMessageId(id, setup, out var forged) is { } token)
                yield return new Signal(MatchedBy.MessageIdToken, ThreadHit.OfToken(token.ThreadToken), id, Signed: true, token.Recipient);
            if (forged) flags.Add("ForgedToken");
        }
    }

    /// <summary>Hash of the client's thread index, when the mail has one.</summary>
    public static long? ClientIndex(MailMessage mail) =>
        IndexOf(mail).FirstOrDefault() is { } index ? long.Parse(index.Key["index:".Length..], CultureInfo.InvariantCulture) : null;

    private static IEnumerable<Signal> IndexOf(MailMessage mail)
    {
        var buffer = new byte[1024];
        var value = mail.Headers.Last("Thread-Index")?.Trim();
        if (value is null || value.Length > 1300 || !Convert.TryFromBase64String(value, buffer, out var length) || length < 22) yield break;
        yield return new Signal(MatchedBy.ThreadIndex, ThreadHit.OfClientIndex(MailKey.OfClientIndex(buffer.AsSpan(0, 22))), value[..Math.Min(30, value.Length)]);
    }

    /// <summary>Whatever may be a thread id, ours or an imported one of another form: words between non-alphanumerics, and what stands in brackets.</summary>
    private static IEnumerable<string> SubjectWords(string subject) => AlphaNumericRuns(subject).Where(w => w.Any(char.IsAsciiLetter) && (w.Length >= 6 && w.Any(char.IsAsciiDigit) || w.Length == ThreadIds.Length))
        .Concat(Bracketed().Matches(subject).Select(m => m.Groups["id"].Value).Where(w => w.Any(char.IsAsciiLetter)))
        .Concat(Broken().Matches(subject).Select(m => string.Concat(m.Groups["id"].Value.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Any(char.IsAsciiLetter) && w.Any(char.IsAsciiDigit)))
        .Select(w => w.ToUpperInvariant()).Distinct().OrderByDescending(w => w.Any(char.IsAsciiDigit)).Take(MaxWords);

    [GeneratedRegex(@"\[(?<id>[A-Za-z0-9]{6,40}|[A-Za-z0-9]+(?:[-._/:][A-Za-z0-9]+){1,5})\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    /// <summary>An id that a line wrap has torn.</summary>
    [GeneratedRegex(@"\[(?<id>(?:\s?[A-Za-z0-9]){12})\s?\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Broken();

    /// <summary>Words of a text that look like thread ids: letters with digits among them, or capitals throughout.</summary>
    private static IEnumerable<string> Words(string text) => AlphaNumericRuns(text)
        .Where(w => w.Length >= 8 && w.Any(char.IsAsciiLetter) && (w.Any(char.IsAsciiDigit) || w.All(char.IsAsciiLetterUpper)))
        .Select(w => w.ToUpperInvariant()).Distinct();

    private static IEnumerable<Signal> CaseNumbers(string subject, Channel channel) => channel.Rules.CaseNumberInSubject
        ? AlphaNumericRuns(subject).Where(w => w.Length <= 18 && w.All(char.IsAsciiDigit)).Select(w => w.TrimStart('0')).Where(w => w.Length > 0)
            .Distinct().Take(MaxWords).Select(w => new Signal(MatchedBy.CaseNumber, ThreadHit.OfCaseNumber(long.Parse(w, CultureInfo.InvariantCulture)), w))
        : [];

    /// <summary>Of a long text full of numbers, those that have the form of our own ids are looked up first.</summary>
    private static IEnumerable<Signal> BodyTokens(string text, bool quoted) => Words(text)
        .OrderByDescending(w => ThreadIds.IsWellFormed(w)).Take(MaxBodyWords).Select(w => new Signal(MatchedBy.Body, ThreadHit.OfToken(w), w, Quoted: quoted));

    private static IEnumerable<string> AlphaNumericRuns(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var start = i;
            var ascii = true;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++) ascii &= char.IsAscii(text[i]);
            if (ascii && i - start <= LongestWord) yield return text[start..i];
        }
    }
}
