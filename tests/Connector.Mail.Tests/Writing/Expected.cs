namespace Connector.Mail.Tests.Writing;

/// <summary>What a reader must find of what was given to the writer: the rules of <see cref="OutgoingMail"/>, said once more.</summary>
internal static class Expected
{
    /// <summary>Header words: control characters and runs of spaces are one space, ends trimmed.</summary>
    public static string Words(string value) => value.Change("[ \\p{Cc}\u2028\u2029]+", _ => " ").Trim(' ');

    public static string? Name(string? name) => string.IsNullOrEmpty(name) || Words(name).Length == 0 ? null : Words(name);

    /// <summary>Without its path; at most 255 characters, the ending kept.</summary>
    public static string FileName(string name)
    {
        var clean = Words(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        return clean.Length <= 255 ? clean : Words(string.Concat(clean.AsSpan(0, 255 - Path.GetExtension(clean).Length), Path.GetExtension(clean)));
    }

    /// <summary>Body text: one sort of line break, no NUL, and an end of line at the end or not.</summary>
    public static string Body(string text) => text.Replace("\0", "").Replace("\r\n", "\n").Replace('\r', '\n').TrimEnd('\n');

    public static string[] References(OutgoingMail mail)
    {
        var distinct = mail.References.Distinct().ToArray();
        return distinct.Length <= 21 ? distinct : [distinct[0], .. distinct[^20..]];
    }

    /// <summary>Content type without parameters; an unusable claim is plain bytes.</summary>
    public static string Type(string claim) => claim.Contains('/') ? claim.Split(';')[0] : "application/octet-stream";
}
