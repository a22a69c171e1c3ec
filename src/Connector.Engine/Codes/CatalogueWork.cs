using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;

namespace Connector.Engine.Codes;

/// <summary>What one input does to the catalogue: changed records, a line of the stream for each change, calls to the vendor. Lives for one decision.</summary>
internal sealed class CatalogueWork(Catalogue catalogue, Input input, Given given)
{
    private readonly Dictionary<long, IRecord> _changed = [];
    private readonly List<object> _rows = [];
    private int _calls;

    public Catalogue Catalogue { get; private set; } = catalogue;

    public Setup Setup => given.Setup;

    public DateTimeOffset Now => input.At;

    public string By => input.By.Name;

    public int Lines => _rows.OfType<Activity>().Count();

    /// <summary>Applies what the table decided on the code of that key; null when it did, the answer when it refused or had nothing.</summary>
    public Answer? Take(string key, CodeInput step, string? why = null)
    {
        var code = Catalogue.Code(key);
        switch (CodeRules.Decide(code, step, FactsOf(key, step)))
        {
            case Verdict.Refused refused: return new Answer.Refused(refused.Rule, refused.Why);
            case Verdict.Nothing nothing: return new Answer.Nothing(nothing.Why);
            case Verdict.Events events:
                foreach (var happened in events.List.Cast<CodeEvent>()) Raise(happened, why);
                return null;
            default: throw new InvalidOperationException(step.ToString());
        }
    }

    public void Set(CodeMapping mapping, string what, string? before, string? why)
    {
        mapping = mapping.Id == 0 ? mapping with { Id = given.Fresh.Id(), Tenant = Setup.Tenant, CreatedAt = Now, CreatedBy = By } : mapping;
        Catalogue = Catalogue with { Mappings = mapping.EndedAt is null ? Catalogue.Mappings.SetItem(mapping.Id, mapping) : Catalogue.Mappings.Remove(mapping.Id) };
        _changed[mapping.Id] = mapping;
        Log(what, why, before, mapping.EndedAt is null ? mapping.ToString() : null);
    }

    /// <summary>Bookkeeping that is no line of the stream (a label both sides agree on).</summary>
    public void Keep(CodeMapping mapping)
    {
        Catalogue = Catalogue with { Mappings = Catalogue.Mappings.SetItem(mapping.Id, mapping) };
        _changed[mapping.Id] = mapping;
    }

    public VendorEntry Keep(VendorEntry entry)
    {
        entry = (entry.Id == 0 ? entry with { Id = given.Fresh.Id(), Tenant = Setup.Tenant, SeenAt = Now } : entry) with { ChangedAt = Now };
        Catalogue = Catalogue with { Entries = Catalogue.Entries.SetItem(entry.Id, entry) };
        _changed[entry.Id] = entry;
        return entry;
    }

    /// <summary>Calls about codes wait in a lane of their own: interaction 0 and the instance.</summary>
    public void Send(string instance, WorkOperation operation, CodePayload payload)
    {
        var id = given.Fresh.Id();
        _rows.Add(new OutboxRow
        {
            Id = id,
            Tenant = Setup.Tenant,
            InteractionId = 0,
            Destination = instance,
            LaneVersion = id,
            LaneNumber = _calls++,
            Operation = operation.ToString(),
            Payload = JsonSerializer.Serialize(payload, OutboxJson.Default.CodePayload),
            Key = $"{Setup.Tenant}-{id}",
            Correlation = input.Correlation,
            CreatedAt = Now,
            NotBefore = Now,
            Priority = 0,
        });
    }

    public void Log(string what, string? why, string? before = null, string? after = null) => _rows.Add(new Activity
    {
        Id = given.Fresh.Id(),
        Tenant = Setup.Tenant,
        At = Now,
        By = By,
        What = what,
        Before = before,
        After = after,
        Why = why,
        Correlation = input.Correlation,
    });

    public Outcome Close(Answer answer) => answer is Answer.Refused ? new Outcome(answer) : new Outcome(answer)
    {
        Inserts = [.. _changed.Values.Where(r => r.Version == 0), .. _rows],
        Updates = [.. _changed.Values.Where(r => r.Version > 0)],
    };

    private void Raise(CodeEvent happened, string? why)
    {
        var before = Catalogue.Code(happened.Key);
        var after = CodeApply.Apply(before, happened, Now, By);
        if (after.Id == 0) after = after with { Id = given.Fresh.Id(), Tenant = Setup.Tenant };
        Catalogue = Catalogue with { Codes = Catalogue.Codes.SetItem(after.Key, after) };
        _changed[after.Id] = after;
        Log(happened.What, why, Words(before), happened is CodeRetired ? $"{after} retired" : Words(after));
    }

    private static string? Words(CatalogueCode? code) => code is null ? null : code.Translations == "{}" ? code.ToString() : $"{code} {code.Translations}";

    private CodeFacts FactsOf(string key, CodeInput step)
    {
        var label = step switch
        {
            CodeInput.Add a => a.Label,
            CodeInput.Rename r => r.Label,
            _ => null,
        };
        var taken = label is null ? null : Catalogue.Codes.Values.FirstOrDefault(c => c.IsActive && c.Key != key && Catalogue.Same(c.Label, label));
        return new(key, DefaultCodes.Of(Setup).Contains(key), taken?.Key);
    }
}

/// <summary>The codes that are given when nobody chooses one.</summary>
internal static class DefaultCodes
{
    public static IReadOnlySet<string> Of(Setup setup) => setup.Channels.Values.Select(c => c.Rules.DefaultWrapUpCode).ToHashSet(StringComparer.Ordinal);
}
