using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>What a report says of one recipient.</summary>
internal sealed record RecipientStatus(string Address, string Action, string Status)
{
    public bool IsDelayed => Action.StartsWith("delay", StringComparison.Ordinal);

    public bool IsFailed => !IsDelayed && Action is not ("delivered" or "relayed" or "expanded" or "deliverable") && !Status.StartsWith('2');

    public bool IsPermanent => !IsDelayed && !Status.StartsWith('4');
}

/// <summary>The machine's part of a report (RFC 3464). Many writers forget the blank lines between recipients, so a field seen again begins the next one.</summary>
internal sealed partial class DeliveryStatus
{
    private const int MaxAddress = 500;

    private readonly List<RecipientStatus> _recipients = [];
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private bool _told;

    private DeliveryStatus()
    {
    }

    public static IReadOnlyList<RecipientStatus> Read(string report)
    {
        var status = new DeliveryStatus();
        foreach (var (name, value) in Fields(report))
        {
            if (status.Begins(name)) status.Finish();
            status._told |= IsAction(name) && status.HasRecipient;
            status._fields.TryAdd(name, value);
        }
        status.Finish();
        return status._recipients;
    }

    /// <summary>Whether this text carries such a part, labelled or not.</summary>
    public static bool IsIn(string text) => text.Contains("Final-Recipient", StringComparison.OrdinalIgnoreCase) || text.Contains("Original-Recipient", StringComparison.OrdinalIgnoreCase);

    // The order of the fields is free; a second one of a kind, or a recipient after the action on one, is the next recipient's.
    private bool Begins(string name) =>
        (IsRecipient(name) && (_fields.ContainsKey(name) || _told)) || (IsAction(name) && _fields.ContainsKey(name) && HasRecipient);

    private static bool IsAction(string name) => name.Equals("Action", StringComparison.OrdinalIgnoreCase);

    private bool HasRecipient => _fields.Keys.Any(IsRecipient);

    private static bool IsRecipient(string name) => name.EndsWith("-Recipient", StringComparison.OrdinalIgnoreCase);

    private void Finish()
    {
        var address = new[] { "Original-Recipient", "Final-Recipient", "X-Actual-Recipient" }
            .Select(name => _fields.TryGetValue(name, out var value) ? Address(value) : null).FirstOrDefault(found => found is not null);
        if (address is not null)
            _recipients.Add(new RecipientStatus(address, HeaderWord.First(_fields.GetValueOrDefault("Action", "")), Code(_fields)));
        _fields.Clear();
        _told = false;
    }

    private static string Code(Dictionary<string, string> fields) =>
        fields.TryGetValue("Status", out var status) && status.TrimStart() is { Length: > 0 } code && char.IsAsciiDigit(code[0]) && code[0] != '0' ? code
        : fields.TryGetValue("Diagnostic-Code", out var diagnostic) ? BounceCodes.First(diagnostic) ?? "" : "";

    private static string? Address(string value)
    {
        var address = value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
        if (address.Length > MaxAddress) address = address[..MaxAddress];
        return EmailAddresses.Only(Unfold(address)) ?? EmailAddresses.Only(address);
    }

    // xtext (RFC 3461) writes +40 for the at-sign; where one stands already, a plus is a plus.
    private static string Unfold(string address) =>
        address.Contains('@', StringComparison.Ordinal) ? address : Xtext().Replace(address, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    private static IEnumerable<(string Name, string Value)> Fields(string report)
    {
        string? name = null;
        var value = "";
        foreach (var raw in report.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.TrimStart('>', ' ').Length == 0 ? "" : raw;
            if (name is not null && line.Length > 0 && line[0] is ' ' or '\t' && !Patterns.Matches(FieldStart(), line.TrimStart()))
            {
                if (value.Length < MaxAddress) value += " " + line.Trim();
                continue;
            }
            if (name is not null) yield return (name, value);
            name = null;
            var trimmed = line.TrimStart();
            if (!Patterns.Matches(FieldStart(), trimmed)) continue;
            var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            (name, value) = (trimmed[..colon].Trim(), trimmed[(colon + 1)..].Trim());
        }
        if (name is not null) yield return (name, value);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z-]{2,40}\\s?:", RegexOptions.None, Patterns.Timeout)]
    private static partial Regex FieldStart();

    [GeneratedRegex("\\+([0-9A-F]{2})", RegexOptions.NonBacktracking)]
    private static partial Regex Xtext();
}
