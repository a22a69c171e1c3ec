namespace Connector.Engine;

/// <summary>How a record's number looks outside: a letter and the number (<c>i-1042</c>), so that no internal id can be taken for a case number.</summary>
public static class RecordId
{
    public static string Interaction(long id) => $"i-{id}";

    public static string Case(long id) => $"c-{id}";

    public static string Message(long id) => $"m-{id}";

    public static string Quarantine(long id) => $"q-{id}";

    public static string Outbox(long id) => $"o-{id}";

    public static string Transfer(long id) => $"t-{id}";

    public static string? Interaction(long? id) => id is { } known ? Interaction(known) : null;

    public static string? Case(long? id) => id is { } known ? Case(known) : null;

    /// <summary>Reads <c>i-17</c>; false when the letter is another or the rest is no number.</summary>
    public static bool TryParse(string? text, char letter, out long id)
    {
        id = 0;
        return text is { Length: > 2 } && text[1] == '-' && char.ToLowerInvariant(text[0]) == letter
            && long.TryParse(text.AsSpan(2), System.Globalization.NumberStyles.None, null, out id);
    }
}
