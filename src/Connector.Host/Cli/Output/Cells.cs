using System.Globalization;
using Connector.Runtime.Settings;

namespace Connector.Host.Cli.Output;

/// <summary>How values look in a table: one line each, control characters shown as blanks.</summary>
internal static class Cells
{
    private const int Longest = 400;

    public static string Text(object? value) => value switch
    {
        null => "-",
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        TimeSpan span => Period.Format(TimeSpan.FromSeconds(Math.Round(span.TotalSeconds))),
        bool yes => yes ? "yes" : "no",
        IEnumerable<string> many => OneLine(string.Join(", ", many)),
        _ => OneLine(value.ToString() ?? ""),
    };

    private static string OneLine(string text)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return clean.Length == 0 ? "-" : clean.Length <= Longest ? clean : clean[..(Longest - 1)] + "…";
    }
}
