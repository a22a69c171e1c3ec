using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Writing;

/// <summary>Mails with every odd value people and programs put into them, but nothing the writer would refuse.</summary>
internal static class MailGenerator
{
    private static readonly string[] Pieces =
    [
        "a", "Anna", "order", "48213", "Re:", "[ABCD2345EFGH]", "ä", "ß", "Größe", "é", "ñ", "Привет", "注文", "한국어", "ไทย", "עברית", "😀", "👩‍👩‍👧", "e\u0301", "–", "“”", "€",
        "\"", "\\", ",", ";", ":", "<", ">", "(", ")", "@", "=", "?", "=?", "?=", "_", "%", "%20", "o'n", "''s", "*", ".", "..", "/", "&", "#", "[", "]", "{", "|", "`", "~", "-", "--",
        " ", "  ", "averyverylongwordthatdoesnotfoldanywhereatallbecauseithasnospacesinitandgoesonandonforeverandever",
    ];

    private static readonly string[] Breaks = ["\n", "\r\n", "\r", "\t", "\0", "\u001b", "\u0085"];

    private static readonly string[] Locals = ["anna", "a.b", "support+abcd2345.1.kxyz", "two..dots", "with space", "o'neil", "a\"b", "a@b", ".dot", "x=y?z"];

    private static readonly string[] Domains = ["example.net", "mail.example.org", "xn--mller-kva.example", "a-b.example", "[192.0.2.1]"];

    private static readonly string[] Types = ["application/pdf", "image/png", "text/csv; charset=utf-8", "nonsense", "text/plain", "application/vnd.ms-excel"];

    public static Gen<string> Words { get; } = Text(Pieces, 14);

    private static Gen<string> Lines { get; } = Text([.. Pieces, "\n", "\n", "\r\n", "\n\n", "From ", ".", "> ", "-- \n", "\t", " \n"], 60);

    private static Gen<MailAddress> Mailbox { get; } =
        from name in Gen.OneOf(Gen.Constant<string?>(null), Words.Select(w => (string?)w))
        from local in Gen.Elements(Locals)
        from domain in Gen.Elements(Domains)
        select new MailAddress(name, $"{local}@{domain}");

    private static Gen<string> Id { get; } = Gen.Choose(1, 100_000).Select(n => $"{n}.x$y+z@mail.example.net");

    private static Gen<OutgoingAttachment> File { get; } =
        from name in Words
        from type in Gen.Elements(Types)
        from size in Gen.Choose(0, 300)
        from content in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), size)
        from inline in Gen.Elements(true, false)
        from id in Gen.OneOf(Gen.Constant<string?>(null), Id.Select(i => (string?)i))
        select new OutgoingAttachment(name + ".bin", type, content, id, inline);

    public static Gen<OutgoingMail> Mail { get; } =
        from people in Gen.ListOf(Mailbox, 5)
        from others in Gen.Choose(0, 30).SelectMany(n => Gen.ListOf(Mailbox, n))
        from subject in Text([.. Pieces, .. Breaks], 25)
        from minutes in Gen.Choose(0, 10_000_000)
        from offset in Gen.Choose(-11, 14)
        from ids in Gen.Choose(0, 30).SelectMany(n => Gen.ListOf(Id, n))
        from text in Lines
        from html in Gen.OneOf(Gen.Constant<string?>(null), Lines.Select(l => (string?)$"<p>{l}</p>"))
        from files in Gen.Choose(0, 3).SelectMany(n => Gen.ListOf(File, n))
        select new OutgoingMail
        {
            From = people[0],
            Sender = minutes % 3 == 0 ? people[1] : null,
            ReplyTo = minutes % 2 == 0 ? [people[2]] : [],
            To = [people[3], .. others],
            Cc = minutes % 5 == 0 ? [people[4]] : [],
            Subject = subject,
            Date = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(offset)).AddMinutes(minutes),
            MessageId = $"m{minutes}@example.org",
            InReplyTo = [.. ids.TakeLast(1)],
            References = [.. ids],
            Text = text,
            Html = html,
            Attachments = [.. files],
            Headers = [new("X-Case-Thread", "ABCD2345EFGH")],
        };

    private static Gen<string> Text(string[] pieces, int most) =>
        Gen.Choose(1, most).SelectMany(n => Gen.ListOf(Gen.Elements(pieces), n)).Select(string.Concat);
}
