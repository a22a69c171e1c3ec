namespace Connector.Mail.Reading;

/// <summary>What was mended, each thing once. Shared by a mail, its parts and the messages inside it; grows as bodies are decoded.</summary>
internal sealed class WarningLog
{
    private const int MostEntries = 100;
    private const int LongestDetail = 120;

    private readonly Lock gate = new();
    private List<string>? entries;

    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (gate) return entries is null ? [] : entries.ToArray();
        }
    }

    public void Add(string key, string? detail = null)
    {
        var entry = string.IsNullOrEmpty(detail) ? key : $"{key}: {Printable(detail)}";
        lock (gate)
        {
            entries ??= [];
            if (entries.Count < MostEntries && !entries.Contains(entry, StringComparer.Ordinal)) entries.Add(entry);
        }
    }

    private static string Printable(string detail)
    {
        var shown = detail.Length <= LongestDetail ? detail : detail[..LongestDetail];
        return string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }
}
