using System.Collections.Immutable;
using Connector.Engine.Settings;

namespace Connector.Engine.Codes;

/// <summary>Our codes, the mappings that hold, and what vendors showed last. Immutable.</summary>
public sealed record Catalogue
{
    /// <summary>By key, the built-in ones among them.</summary>
    public ImmutableSortedDictionary<string, CatalogueCode> Codes { get; init; } = ImmutableSortedDictionary.Create<string, CatalogueCode>(StringComparer.Ordinal);
    public ImmutableSortedDictionary<long, CodeMapping> Mappings { get; init; } = ImmutableSortedDictionary<long, CodeMapping>.Empty;
    public ImmutableSortedDictionary<long, VendorEntry> Entries { get; init; } = ImmutableSortedDictionary<long, VendorEntry>.Empty;

    public static Catalogue Of(string tenant, IEnumerable<CatalogueCode> codes, IEnumerable<CodeMapping> mappings, IEnumerable<VendorEntry>? entries = null) => new()
    {
        Codes = BuiltInCodes.All.Select(b => BuiltIn(tenant, b.Key, b.Value)).Concat(codes)
            .Aggregate(ImmutableSortedDictionary.Create<string, CatalogueCode>(StringComparer.Ordinal).ToBuilder(), Put).ToImmutable(),
        Mappings = mappings.Where(m => m.EndedAt is null).ToImmutableSortedDictionary(m => m.Id, m => m),
        Entries = (entries ?? []).ToImmutableSortedDictionary(e => e.Id, e => e),
    };

    public CatalogueCode? Code(string key) => Codes.GetValueOrDefault(key);

    /// <summary>An active code with this label or key, in any case.</summary>
    public CatalogueCode? Named(string name) => Codes.Values.FirstOrDefault(c => c.IsActive && (Same(c.Label, name) || Same(c.Key, name)));

    public IEnumerable<CodeMapping> MappingsOf(string instance) => Mappings.Values.Where(m => Same(m.Instance, instance));

    public IEnumerable<VendorEntry> EntriesOf(string instance, EntryKind kind) => Entries.Values.Where(e => e.Kind == kind && Same(e.Instance, instance));

    /// <summary>An entry by the vendor's id, else by its name where only one has it.</summary>
    public VendorEntry? Entry(string instance, EntryKind kind, string idOrName)
    {
        var there = EntriesOf(instance, kind).ToList();
        if (there.Find(e => e.VendorId == idOrName) is { } exact) return exact;
        var named = there.FindAll(e => e.IsThere && Same(e.Name, idOrName));
        return named.Count == 1 ? named[0] : null;
    }

    public IEnumerable<IRecord> Records() => Codes.Values.Where(c => c.Id != 0).Concat<IRecord>(Mappings.Values).Concat(Entries.Values);

    public static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static CatalogueCode BuiltIn(string tenant, string key, string label) =>
        new() { Id = 0, Tenant = tenant, Key = key, Label = label, Origin = CodeOrigin.BuiltIn, State = CodeState.Active };

    private static ImmutableSortedDictionary<string, CatalogueCode>.Builder Put(ImmutableSortedDictionary<string, CatalogueCode>.Builder codes, CatalogueCode code)
    {
        codes[code.Key] = BuiltInCodes.All.TryGetValue(code.Key, out var label) ? code with { Label = label, Origin = CodeOrigin.BuiltIn, State = CodeState.Active } : code;
        return codes;
    }
}
