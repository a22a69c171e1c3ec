using Connector.Engine.Codes;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>Loads the catalogue: our codes, the mappings that hold, and what one instance showed last.</summary>
internal sealed class CatalogueLoader(RecordTables tables, string tenant)
{
    private readonly Statement _codes = tables.Of<CatalogueCode>().Select("WHERE \"Tenant\" = $1");
    private readonly Statement _mappings = tables.Of<CodeMapping>().Select("WHERE \"Tenant\" = $1 AND \"EndedAt\" IS NULL");
    private readonly Statement _entries = tables.Of<VendorEntry>().Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"Kind\" <= $3");

    /// <param name="instance">Null: nothing of what vendors showed.</param>
    /// <param name="upTo">The codes alone, or queues and agents too.</param>
    public async ValueTask<Catalogue> LoadAsync(ISession session, string? instance, EntryKind upTo, CancellationToken cancellation)
    {
        var (codes, mappings, entries) = (new List<CatalogueCode>(), new List<CodeMapping>(), new List<VendorEntry>());
        List<Query> queries =
        [
            new(_codes.With(tenant), row => codes.Add(tables.Of<CatalogueCode>().Read(row))),
            new(_mappings.With(tenant), row => mappings.Add(tables.Of<CodeMapping>().Read(row))),
        ];
        if (instance is not null) queries.Add(new(_entries.With(tenant, instance, (long)upTo), row => entries.Add(tables.Of<VendorEntry>().Read(row))));
        await session.QueryAsync(queries, cancellation);
        return Catalogue.Of(tenant, codes, mappings, entries);
    }
}
