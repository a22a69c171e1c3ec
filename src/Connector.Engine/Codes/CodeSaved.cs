using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Outbound;

namespace Connector.Engine.Codes;

/// <summary>A vendor took a code of ours: what it is called there is remembered, so that both sides agree from now on.</summary>
internal static class CodeSaved
{
    /// <summary>The records that change, to be stored with the row.</summary>
    public static Outcome Take(OutboxRow row, string? vendorId, Known known, Input input, Given given)
    {
        var payload = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.CodePayload)!;
        var work = new CatalogueWork(known.Catalogue!, input, given);
        switch (Enum.Parse<WorkOperation>(row.Operation))
        {
            case WorkOperation.AddCode when vendorId is not null: Added(work, row.Destination, vendorId, payload); break;
            case WorkOperation.RenameCode: Renamed(work, row.Destination, payload); break;
            case WorkOperation.RetireCode: Noted(work, row.Destination, payload.VendorId!, e => e with { Detail = "", KnownOffered = false }); break;
        }
        return work.Close(new Answer.Done());
    }

    private static void Added(CatalogueWork work, string instance, string vendorId, CodePayload payload)
    {
        var entry = work.Catalogue.Entry(instance, EntryKind.Code, vendorId)
            ?? new VendorEntry { Id = 0, Tenant = "", Instance = instance, Kind = EntryKind.Code, VendorId = vendorId };
        work.Keep(entry with { Name = payload.Name, Detail = string.Join(' ', payload.Queues), KnownName = payload.Name, KnownOffered = true, GoneAt = null });
        MappingRules.Point(work, instance, "", vendorId, payload.Code, $"{instance} made it");
    }

    private static void Renamed(CatalogueWork work, string instance, CodePayload payload)
    {
        Noted(work, instance, payload.VendorId!, e => e with { Name = payload.Name, KnownName = payload.Name });
        foreach (var mapping in work.Catalogue.MappingsOf(instance).Where(m => m.VendorId == payload.VendorId && m.Code == payload.Code).ToList())
            work.Keep(mapping with { Label = payload.Name });
    }

    private static void Noted(CatalogueWork work, string instance, string vendorId, Func<VendorEntry, VendorEntry> change)
    {
        if (work.Catalogue.Entry(instance, EntryKind.Code, vendorId) is { } entry) work.Keep(change(entry));
    }
}

/// <summary>Outbox rows that are about codes: they belong to no interaction.</summary>
public static class CodeCalls
{
    public static bool Concerns(OutboxRow row) => row.Operation is nameof(WorkOperation.AddCode) or nameof(WorkOperation.RenameCode) or nameof(WorkOperation.RetireCode);
}
