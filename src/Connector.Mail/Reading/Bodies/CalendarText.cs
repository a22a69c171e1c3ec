using System.Text;

namespace Connector.Mail.Reading.Bodies;

/// <summary>An invitation that came without words: what, when, where, as lines to read.</summary>
internal static class CalendarText
{
    private static readonly string[] Shown = ["METHOD", "SUMMARY", "DTSTART", "DTEND", "LOCATION", "ORGANIZER", "DESCRIPTION"];

    public static string Read(string calendar)
    {
        var text = new StringBuilder();
        var inEvent = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in calendar.Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase)) inEvent = line.AsSpan(6).Trim() is not ("VTIMEZONE" or "VALARM" or "STANDARD" or "DAYLIGHT");
            if (line.StartsWith("END:V", StringComparison.OrdinalIgnoreCase)) inEvent = true;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (!inEvent || colon <= 0) continue;
            var name = line.Split([';', ':'], 2)[0].ToUpperInvariant();
            if (!Shown.Contains(name, StringComparer.Ordinal) || !seen.Add(name)) continue;
            text.Append(name).Append(": ").Append(Unescape(line[(colon + 1)..])).Append('\n');
        }
        return text.ToString();
    }

    private static string Unescape(string value) => value
        .Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal).Trim();
}
