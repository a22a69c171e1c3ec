using System.Buffers;

namespace Connector.Mail.Writing;

/// <summary>A display name and address as they stand in an address field.</summary>
internal static class Mailbox
{
    private const int LongestQuoted = 64;

    private static readonly SearchValues<char> AtomText =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~");

    public static void AddTo(HeaderField field, string fieldName, MailAddress mailbox, bool more)
    {
        var comma = more ? "," : "";
        var address = AddrSpec.Format(mailbox.Address, fieldName);
        var name = PlainWords.Clean(mailbox.Name ?? "");
        if (name.Length == 0)
        {
            field.Add(address + comma);
            return;
        }
        AddName(field, name);
        field.Add($"<{address}>{comma}");
    }

    private static void AddName(HeaderField field, string name)
    {
        var words = name.Split(' ');
        // Forgiving readers look for an address in angle brackets inside the quotes as well.
        if (words.Any(PlainWords.NeedsEncoding) || name.AsSpan().ContainsAny('<', '>')) field.AddEncoded(name);
        else if (words.All(IsAtom)) foreach (var word in words) field.Add(word);
        else if (name.Length <= LongestQuoted) field.Add(Quoted(name));
        else field.AddEncoded(name);
    }

    private static bool IsAtom(string word) => word.AsSpan().IndexOfAnyExcept(AtomText) < 0;

    private static string Quoted(string name) =>
        '"' + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
