using System.Text.RegularExpressions;

namespace Connector.Mail.Reading.Headers;

/// <summary>Takes apart a field that swallowed the next ones because they were folded into it: a Date holding Precedence and Auto-Submitted.</summary>
internal static partial class GluedHeaders
{
    private const int LongestLooked = 4_000;

    public static List<MailHeader> Split(List<MailHeader> fields, WarningLog log)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var cut = CutAt(fields[i]);
            if (cut < 0) continue;
            var (name, value) = (fields[i].Name, fields[i].Value);
            var glued = value.AsSpan(cut);
            var colon = glued.IndexOf(':');
            fields[i] = new MailHeader(name, value[..cut].Trim());
            fields.Insert(i + 1, new MailHeader(glued[..colon].Trim().ToString(), glued[(colon + 1)..].Trim().ToString()));
            log.Add(Warning.HeaderUnglued, fields[i + 1].Name);
        }
        return fields;
    }

    /// <summary>Where a swallowed field's name starts, or -1.</summary>
    private static int CutAt(MailHeader field)
    {
        var looked = field.Value;
        if (looked.Length > LongestLooked || !looked.Contains(": ", StringComparison.Ordinal) || !KnownHeaders.IsStructured(field.Name)) return -1;
        foreach (var match in FieldName().EnumerateMatches(looked))
        {
            var name = looked.AsSpan(match.Index, match.Length)[1..].TrimEnd(": ");
            if (KnownHeaders.IsKnown(name) && !Quoted(looked.AsSpan(0, match.Index))) return match.Index + 1;
        }
        return -1;
    }

    private static bool Quoted(ReadOnlySpan<char> before) => before.Count('"') % 2 == 1;

    [GeneratedRegex(@"\s[A-Za-z][A-Za-z0-9-]{1,40}: ", RegexOptions.NonBacktracking)]
    private static partial Regex FieldName();
}
