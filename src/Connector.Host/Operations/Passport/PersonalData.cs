using System.Text.RegularExpressions;

namespace Connector.Host.Operations.Passport;

/// <summary>Takes personal data out of a passport: addresses become <c>person-1</c> …, the same one each time; names, subjects and texts go.</summary>
internal static partial class PersonalData
{
    private const string Gone = "***";

    public static Passport Without(Passport p, PassportSource source)
    {
        var people = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? Mask(string? text) => text is null ? null : Address().Replace(WithoutNames(text, source), m => Pseudonym(people, m.Value));
        return p with
        {
            Subject = Gone,
            People = [.. p.People.Select(x => x with { Address = Mask(x.Address)!, Name = x.Name is null ? null : Gone })],
            Ids = [.. p.Ids.Select(i => i.System == "mail" ? i with { Value = Gone } : i)],
            Timeline = [.. p.Timeline.Select(e => e with
            {
                By = Mask(e.By)!,
                Detail = e.Kind is "mail" or "note" ? Gone : Mask(e.Detail),
                Why = Mask(e.Why),
                Decision = e.Decision is { } d ? d with { Reason = Mask(d.Reason)!, ParticipantsAdded = [.. d.ParticipantsAdded.Select(a => Mask(a)!)], ParticipantsRemoved = [.. d.ParticipantsRemoved.Select(a => Mask(a)!)] } : null,
            })],
        };
    }

    private static string WithoutNames(string text, PassportSource source)
    {
        foreach (var name in source.People.Select(x => x.Name).Concat(source.Interactions.Select(i => i.CustomerName)).Concat(source.Interactions.Select(i => i.Subject)).Where(n => n.Length > 1))
            text = text.Replace(name, Gone, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static string Pseudonym(Dictionary<string, string> people, string address)
    {
        if (!people.TryGetValue(address, out var known)) people[address] = known = $"person-{people.Count + 1}";
        return known;
    }

    [GeneratedRegex(@"[^\s<>()\[\],;:""'=]+@[^\s<>()\[\],;:""']+\w", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
