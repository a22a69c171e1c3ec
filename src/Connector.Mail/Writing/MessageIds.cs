namespace Connector.Mail.Writing;

/// <summary>Message ids in brackets: ours must be right, those of others are written as they are or left out.</summary>
internal static class MessageIds
{
    private const int KeptAtTheEnd = 20;
    private const int Longest = 900;

    public static string Own(string id) =>
        id.Contains('@', StringComparison.Ordinal) && Bracketed(id) is { } own ? own : throw new InvalidMailException("Message-ID", "not a message id");

    /// <summary>A Content-ID is an id too.</summary>
    public static string Content(string id) => Bracketed(id) ?? throw new InvalidMailException("Content-ID", "not a content id");

    public static List<string> Usable(IEnumerable<string> ids) => [.. ids.Select(Bracketed).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The root and the nearest ancestors, order kept: what threading needs of a long conversation.</summary>
    public static List<string> Chain(IEnumerable<string> ids)
    {
        var usable = Usable(ids);
        return usable.Count <= KeptAtTheEnd + 1 ? usable : [usable[0], .. usable.TakeLast(KeptAtTheEnd)];
    }

    private static string? Bracketed(string id) =>
        id.Length is > 0 and <= Longest && PlainWords.IsPrintableAscii(id) && id.AsSpan().IndexOfAny('<', '>') < 0 ? $"<{id}>" : null;
}
