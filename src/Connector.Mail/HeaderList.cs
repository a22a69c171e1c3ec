using System.Collections;

namespace Connector.Mail;

/// <summary>One header field: name as written, value unfolded but with encoded words still in it (raw 8-bit bytes already turned into characters).</summary>
public readonly record struct MailHeader(string Name, string Value);

/// <summary>Header fields in order. Doubled single headers: the last wins, everywhere.</summary>
public sealed class HeaderList(IReadOnlyList<MailHeader> fields) : IReadOnlyList<MailHeader>
{
    public int Count => fields.Count;

    public MailHeader this[int index] => fields[index];

    /// <summary>The last field of that name, or null.</summary>
    public string? Last(string name)
    {
        for (var i = fields.Count - 1; i >= 0; i--)
            if (fields[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return fields[i].Value;
        return null;
    }

    public bool Has(string name) => Last(name) is not null;

    internal int CountOf(string name)
    {
        var count = 0;
        foreach (var field in fields)
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) count++;
        return count;
    }

    public IEnumerable<string> All(string name) =>
        fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value);

    public IEnumerator<MailHeader> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
