using Connector.Engine.Settings;

namespace Connector.Engine.Codes;

/// <summary>One difference between a vendor's list and ours.</summary>
/// <param name="Here">Our side: a label, a queue or agent as configured; null: nothing.</param>
/// <param name="There">The vendor's side; null: nothing.</param>
/// <param name="Breaks">A mapping or a channel that uses it no longer works.</param>
/// <param name="Says">The difference in a sentence.</param>
public sealed record DriftItem(EntryKind Kind, DriftChange Change, string? VendorId, string? Code, string? Here, string? There, bool Breaks, string Says);

public enum DriftChange
{
    /// <summary>The vendor's is new or mapped to nothing.</summary>
    AddedThere,

    /// <summary>Both sides have one of this name, and they are not mapped.</summary>
    SameName,

    /// <summary>Ours is not at the vendor.</summary>
    OnlyHere,
    RenamedThere,
    RenamedHere,

    /// <summary>The vendor no longer offers it.</summary>
    RetiredThere,
    RetiredHere,

    /// <summary>The vendor offers again what had been retired.</summary>
    OfferedAgain,
    DeletedThere,
}

/// <summary>All differences between one instance's lists, as last read, and ours.</summary>
public static class Drift
{
    /// <param name="named">The vendor's agent ids that the settings name (<c>Instances:X:Agents</c>), with our ids.</param>
    public static IReadOnlyList<DriftItem> Of(Catalogue catalogue, string instance, Setup setup, IReadOnlyDictionary<string, string>? named = null) =>
    [
        .. CodeDrift.Of(catalogue, instance, setup),
        .. DirectoryDrift.Queues(catalogue, instance, setup),
        .. DirectoryDrift.Agents(catalogue, instance, named ?? new Dictionary<string, string>()),
    ];
}

internal static class CodeDrift
{
    public static IEnumerable<DriftItem> Of(Catalogue catalogue, string instance, Setup setup)
    {
        if (!setup.MapsCodes(instance)) yield break;
        var entries = catalogue.EntriesOf(instance, EntryKind.Code).OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.VendorId, StringComparer.Ordinal).ToList();
        var mappings = catalogue.MappingsOf(instance).ToLookup(m => m.VendorId);
        foreach (var entry in entries)
        {
            foreach (var mapping in mappings[entry.VendorId]) foreach (var item in Mapped(catalogue, entry, mapping)) yield return item;
            if (entry.IsOffered && Twins.Of(catalogue, entry) is { } twin && mappings[entry.VendorId].All(m => catalogue.Code(m.Code)?.Origin == CodeOrigin.External))
                yield return new(EntryKind.Code, DriftChange.SameName, entry.VendorId, twin.Key, twin.Label, entry.Name, false, $"'{entry.Name}' at the vendor and our '{twin.Key}' have one name and are not mapped");
            else if (entry.IsThere && !mappings[entry.VendorId].Any())
                yield return new(EntryKind.Code, DriftChange.AddedThere, entry.VendorId, null, null, entry.Name, false, $"'{entry.Name}' at the vendor is mapped to none of ours");
        }
        foreach (var mapping in catalogue.MappingsOf(instance).Where(m => entries.Count > 0 && entries.TrueForAll(e => e.VendorId != m.VendorId)))
            yield return Broken(mapping, catalogue, null, DriftChange.DeletedThere, $"the vendor has no code {mapping.VendorId}");
        foreach (var code in catalogue.Codes.Values.Where(c => c.IsActive && c.Origin != CodeOrigin.External && !catalogue.MappingsOf(instance).Any(m => m.Code == c.Key)))
            if (!entries.Exists(e => e.IsOffered && Twins.Of(catalogue, e)?.Key == code.Key))
                yield return new(EntryKind.Code, DriftChange.OnlyHere, null, code.Key, code.Label, null, Needed.Of(setup, instance).Contains(code.Key), $"our '{code.Key}' is mapped to no code of the vendor");
    }

    private static IEnumerable<DriftItem> Mapped(Catalogue catalogue, VendorEntry entry, CodeMapping mapping)
    {
        if (catalogue.Code(mapping.Code) is not { } code) yield break;
        if (!entry.IsThere)
        {
            yield return Broken(mapping, catalogue, entry, DriftChange.DeletedThere, $"'{entry.Name}' was deleted at the vendor; '{code.Key}' is mapped to it");
            yield break;
        }
        if (!entry.IsOffered && code.IsActive)
            yield return Broken(mapping, catalogue, entry, DriftChange.RetiredThere, $"'{entry.Name}' is offered in no queue of the vendor; '{code.Key}' is mapped to it");
        if (entry.IsOffered && !code.IsActive)
            yield return entry.KnownOffered
                ? new(EntryKind.Code, DriftChange.RetiredHere, entry.VendorId, code.Key, code.Label, entry.Name, false, $"our '{code.Key}' is retired, the vendor still offers '{entry.Name}'")
                : new(EntryKind.Code, DriftChange.OfferedAgain, entry.VendorId, code.Key, code.Label, entry.Name, false, $"the vendor offers '{entry.Name}' again, our '{code.Key}' is retired");
        if (entry.KnownName is { } known && known != entry.Name)
            yield return new(EntryKind.Code, DriftChange.RenamedThere, entry.VendorId, code.Key, code.Label, entry.Name, false, $"the vendor renamed '{known}' to '{entry.Name}'; our '{code.Key}' is '{code.Label}'");
        if (mapping.Label != code.Label && code.IsActive)
            yield return new(EntryKind.Code, DriftChange.RenamedHere, entry.VendorId, code.Key, code.Label, entry.Name, false, $"our '{code.Key}' was renamed from '{mapping.Label}' to '{code.Label}'; the vendor has '{entry.Name}'");
    }

    private static DriftItem Broken(CodeMapping mapping, Catalogue catalogue, VendorEntry? entry, DriftChange change, string says) =>
        new(EntryKind.Code, change, mapping.VendorId, mapping.Code, catalogue.Code(mapping.Code)?.Label, entry is { IsThere: true } ? entry.Name : null, Breaks: true, says);
}

internal static class DirectoryDrift
{
    public static IEnumerable<DriftItem> Queues(Catalogue catalogue, string instance, Setup setup)
    {
        var entries = catalogue.EntriesOf(instance, EntryKind.Queue).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        if (entries.Count == 0) yield break;
        var used = Uses(catalogue, instance, setup);
        foreach (var item in entries.SelectMany(e => Changes(e, used[e.VendorId].ToList()))) yield return item;
        foreach (var use in used.Where(u => entries.TrueForAll(e => e.VendorId != u.Key)))
            yield return new(EntryKind.Queue, DriftChange.OnlyHere, use.Key, null, use.Key, null, Breaks: true, $"the vendor has no queue '{use.Key}'; {string.Join(", ", use)} uses it");
    }

    public static IEnumerable<DriftItem> Agents(Catalogue catalogue, string instance, IReadOnlyDictionary<string, string> named)
    {
        var entries = catalogue.EntriesOf(instance, EntryKind.Agent).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        if (entries.Count == 0) yield break;
        foreach (var item in entries.SelectMany(e => Changes(e, named.TryGetValue(e.VendorId, out var ours) ? [$"agent {ours}"] : []))) yield return item;
        foreach (var (vendorId, ours) in named.Where(n => entries.TrueForAll(e => e.VendorId != n.Key)))
            yield return new(EntryKind.Agent, DriftChange.OnlyHere, vendorId, null, ours, null, Breaks: true, $"the vendor has no agent '{vendorId}'; the settings name agent {ours}");
    }

    private static IEnumerable<DriftItem> Changes(VendorEntry entry, IReadOnlyList<string> users)
    {
        var what = entry.Kind == EntryKind.Queue ? "queue" : "agent";
        var uses = users.Count == 0 ? "" : $"; {string.Join(", ", users)} uses it";
        if (!entry.IsThere && entry.KnownName is not null)
            yield return new(entry.Kind, DriftChange.DeletedThere, entry.VendorId, null, entry.KnownName, null, users.Count > 0, $"{what} '{entry.KnownName}' was deleted at the vendor{uses}");
        if (entry.IsThere && entry.KnownName is null)
            yield return new(entry.Kind, DriftChange.AddedThere, entry.VendorId, null, null, entry.Name, false, $"{what} '{entry.Name}' is new at the vendor");
        if (entry.IsThere && entry.KnownName is { } known && known != entry.Name)
            yield return new(entry.Kind, DriftChange.RenamedThere, entry.VendorId, null, known, entry.Name, false, $"{what} '{known}' is now '{entry.Name}' at the vendor{uses}");
    }

    private static ILookup<string, string> Uses(Catalogue catalogue, string instance, Setup setup) =>
        setup.Channels.Values.Where(c => Catalogue.Same(c.Instance, instance)).Select(c => (c.Queue, By: $"channel {c.Id}"))
            .Concat(catalogue.MappingsOf(instance).Where(m => m.Queue.Length > 0).Select(m => (m.Queue, By: $"mapping of {m.Code}")))
            .Distinct().ToLookup(u => u.Queue, u => u.By, StringComparer.Ordinal);
}

/// <summary>Codes that can be given without anybody choosing: they must be mapped wherever the vendor keeps a list.</summary>
public static class Needed
{
    public static IReadOnlySet<string> Of(Setup setup, string instance) => setup.Channels.Values.Where(c => Catalogue.Same(c.Instance, instance)).Select(c => c.Rules.DefaultWrapUpCode)
        .Concat([BuiltInCodes.TaskCreated, BuiltInCodes.CustomerInactivity]).ToHashSet(StringComparer.Ordinal);
}
