using Connector.Engine.Door;

namespace Connector.Engine.Codes;

/// <summary>Which code of a vendor is which of ours: in one place (instance and queue) one to one.</summary>
internal static class MappingRules
{
    public static Outcome Decide(MapCode input, Known known, Given given)
    {
        var work = new CatalogueWork(known.Catalogue!, input, given);
        if (QueueOf(work, input) is not { } queue) return Refused(RuleNames.NotFound, $"queue: instance '{input.Instance}' has no queue '{input.Queue}'");
        if (work.Catalogue.Entry(input.Instance, EntryKind.Code, input.VendorCode) is not { } entry) return Refused(RuleNames.UnknownVendorCode, Unknown(work, input));
        if (input.Code is null) return Unmap(work, input, queue, entry.VendorId);
        if (work.Catalogue.Code(input.Code) is not { } code) return Refused(RuleNames.UnknownCode, $"code: '{input.Code}' is none of {string.Join(", ", work.Catalogue.Codes.Keys)}");
        if (Holder(work, input.Instance, queue, code.Key) is { } other && other.VendorId != entry.VendorId)
            return Refused(RuleNames.CodeMapped, $"code '{code.Key}' is mapped to {other.VendorId} in {other.Place} already; unmap that first");
        return Point(work, input.Instance, queue, entry.VendorId, code.Key, null)
            ? work.Close(new Answer.Done(Mapping(work, input.Instance, queue, entry.VendorId)))
            : new Outcome(new Answer.Nothing("mapped so already"));
    }

    /// <summary>Maps, or points an existing mapping to another code; false when it is so already. An imported code that nothing is mapped to any more is retired.</summary>
    public static bool Point(CatalogueWork work, string instance, string queue, string vendorId, string code, string? why)
    {
        var before = Mapping(work, instance, queue, vendorId);
        if (before?.Code == code) return false;
        if (Holder(work, instance, queue, code) is not null) return false;
        var label = work.Catalogue.Code(code)!.Label;
        var after = before is null
            ? new CodeMapping { Id = 0, Tenant = "", Instance = instance, Queue = queue, VendorId = vendorId, Code = code, Label = label }
            : before with { Code = code, Label = label };
        work.Set(after, "CodeMapped", before?.ToString(), why);
        Agree(work, instance, vendorId);
        if (before is not null) RetireUnused(work, before.Code);
        return true;
    }

    public static void End(CatalogueWork work, CodeMapping mapping, string? why)
    {
        work.Set(mapping with { EndedAt = work.Now }, "CodeUnmapped", mapping.ToString(), why);
        RetireUnused(work, mapping.Code);
    }

    /// <summary>The vendor's name as it is now is the agreed one.</summary>
    public static void Agree(CatalogueWork work, string instance, string vendorId)
    {
        if (work.Catalogue.Entry(instance, EntryKind.Code, vendorId) is { } entry && (entry.KnownName != entry.Name || entry.KnownOffered != entry.IsOffered))
            work.Keep(entry with { KnownName = entry.Name, KnownOffered = entry.IsOffered });
    }

    private static Outcome Unmap(CatalogueWork work, MapCode input, string queue, string vendorId)
    {
        if (Mapping(work, input.Instance, queue, vendorId) is not { } mapping) return new Outcome(new Answer.Nothing("it is not mapped"));
        End(work, mapping, null);
        return work.Close(new Answer.Done());
    }

    private static void RetireUnused(CatalogueWork work, string key)
    {
        if (work.Catalogue.Code(key) is { Origin: CodeOrigin.External } && !work.Catalogue.Mappings.Values.Any(m => m.Code == key))
            work.Take(key, new CodeInput.Retire(), "nothing is mapped to it any more");
    }

    private static CodeMapping? Mapping(CatalogueWork work, string instance, string queue, string vendorId) =>
        work.Catalogue.MappingsOf(instance).FirstOrDefault(m => m.Queue == queue && m.VendorId == vendorId);

    private static CodeMapping? Holder(CatalogueWork work, string instance, string queue, string code) =>
        work.Catalogue.MappingsOf(instance).FirstOrDefault(m => m.Queue == queue && m.Code == code);

    /// <summary>A queue by id or name; one of our channels' counts where the vendor's queues were never read.</summary>
    private static string? QueueOf(CatalogueWork work, MapCode input)
    {
        if (input.Queue.Length == 0) return "";
        if (work.Catalogue.Entry(input.Instance, EntryKind.Queue, input.Queue) is { } entry) return entry.VendorId;
        return work.Catalogue.EntriesOf(input.Instance, EntryKind.Queue).Any() ? null : work.Setup.Channels.Values.FirstOrDefault(c => Catalogue.Same(c.Instance, input.Instance) && c.Queue == input.Queue)?.Queue;
    }

    private static string Unknown(CatalogueWork work, MapCode input)
    {
        var there = work.Catalogue.EntriesOf(input.Instance, EntryKind.Code).Where(e => e.IsThere).ToList();
        return there.Count == 0
            ? $"vendorCode: codes of instance '{input.Instance}' were not read yet; run codes sync {input.Instance}"
            : $"vendorCode: '{input.VendorCode}' is no code of instance '{input.Instance}', or the name of several; there are {string.Join(", ", there.Select(e => e.ToString()).Order(StringComparer.Ordinal).Take(20))}";
    }

    private static Outcome Refused(string rule, string why) => new(new Answer.Refused(rule, why));
}
