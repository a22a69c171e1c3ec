using Connector.Engine.Codes;

namespace Connector.Host.Operations.Codes;

/// <summary>A code of our list, with what it is at the vendors.</summary>
internal sealed record CodeView(
    string Key, string Label, string Description, IReadOnlyDictionary<string, string> Translations, CodeOrigin Origin, CodeState State, bool Default,
    string? Instance, IReadOnlyList<MappingView> Mappings)
{
    public static CodeView Of(CatalogueCode c, Catalogue catalogue, IReadOnlySet<string> defaults) => new(
        c.Key, c.Label, c.Description, c.Labels(), c.Origin, c.State, defaults.Contains(c.Key), c.Instance,
        [.. catalogue.Mappings.Values.Where(m => m.Code == c.Key).OrderBy(m => m.Place, StringComparer.Ordinal).Select(MappingView.Of)]);
}

/// <param name="Queue">Null: every queue that has no mapping of its own.</param>
internal sealed record MappingView(string Instance, string? Queue, string VendorId, string Code)
{
    public static MappingView Of(CodeMapping m) => new(m.Instance, m.Queue.Length == 0 ? null : m.Queue, m.VendorId, m.Code);
}

/// <summary>One instance's lists against ours.</summary>
/// <param name="Problem">Why the vendor could not be read just now; what it showed last stands then.</param>
internal sealed record DriftView(string Instance, string? Problem, IReadOnlyList<CatalogueNews> News, IReadOnlyList<DriftItem> Drift);

/// <summary>What a sync found, the plan to review, and what was carried out of it.</summary>
internal sealed record SyncView(string Instance, string? Problem, IReadOnlyList<CatalogueNews> News, string Plan, IReadOnlyList<PlanStep> Steps, IReadOnlyList<int> Taken);

/// <summary>What became of one code of a list.</summary>
internal sealed record CodeUpsertView(string Key, bool Done, string? Nothing, string? Rule, string? Detail, IReadOnlyList<TranslationView> Translations)
{
    public bool AllDone => Done && Translations.All(t => t.Done);
}

internal sealed record TranslationView(string Language, bool Done, string? Rule, string? Detail);
