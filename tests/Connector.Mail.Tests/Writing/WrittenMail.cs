using System.Text;

namespace Connector.Mail.Tests.Writing;

/// <summary>The bytes the writer made, looked at without any mail reader: lines, and top header fields unfolded.</summary>
internal sealed class WrittenMail
{
    private readonly string text;

    public WrittenMail(OutgoingMail mail) => text = Encoding.UTF8.GetString(MailWriter.Write(mail));

    public string Text => text;

    public string[] Lines => text.Split("\r\n");

    public string Header => text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    public string Body => text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        [.. Header.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(line => line.Split(": ", 2)).Select(f => KeyValuePair.Create(f[0], f[1]))];

    public string? this[string name] => Fields.Where(f => f.Key == name).Select(f => f.Value).SingleOrDefault();
}
