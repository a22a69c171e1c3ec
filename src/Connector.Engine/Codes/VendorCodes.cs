using Connector.Engine.Door;

namespace Connector.Engine.Codes;

/// <summary>Which of our codes a vendor's observation means. One that is mapped to none is imported as external within the same transaction, never dropped.</summary>
public static class VendorCodes
{
    /// <param name="known">As loaded for the observation: <see cref="LookUp.WithCode"/>.</param>
    /// <param name="p">The decision at work; gets the rows of an import.</param>
    /// <param name="queue">The vendor's queue the work is in.</param>
    public static string CodeOf(Proceedings p, Known known, string instance, string queue, string vendorId)
    {
        var catalogue = known.Catalogue;
        if (catalogue is null) return p.Given.Setup.CodeMap.CodeOf(instance, queue, vendorId) ?? vendorId;
        if (!p.Given.Setup.MapsCodes(instance) && catalogue.Code(vendorId) is not null) return vendorId;
        return new CodeMap(catalogue.Mappings.Values).CodeOf(instance, queue, vendorId) ?? Import(p, catalogue, instance, vendorId);
    }

    private static string Import(Proceedings p, Catalogue catalogue, string instance, string vendorId)
    {
        var work = new CatalogueWork(catalogue, p.Input, p.Given);
        var key = CodeImport.Take(work, instance, vendorId, work.Catalogue.Entry(instance, EntryKind.Code, vendorId)?.Name ?? vendorId, offered: true, "used by an agent of the vendor");
        var outcome = work.Close(new Answer.Done());
        foreach (var row in outcome.Inserts) p.Add(row);
        foreach (var record in outcome.Updates) p.Change(record);
        return key;
    }
}

/// <summary>Takes a vendor's code into our list, as external, and maps it.</summary>
internal static class CodeImport
{
    public static string Take(CatalogueWork work, string instance, string vendorId, string name, bool offered, string why)
    {
        name = CodeKeys.LabelOf(name) is { Length: > 0 } given ? given : vendorId;
        var before = work.Catalogue.Codes.Values.FirstOrDefault(c => c.VendorId == vendorId && c.Instance is { } i && Catalogue.Same(i, instance));
        var label = work.Catalogue.Named(name) is { } taken && taken.Key != before?.Key ? $"{name} ({instance})" : name;
        var key = before?.Key ?? CodeKeys.Free(instance, name, k => work.Catalogue.Code(k) is not null);
        work.Take(key, new CodeInput.Import(label, instance, vendorId, offered), why);
        MappingRules.Point(work, instance, "", vendorId, key, why);
        return key;
    }
}
