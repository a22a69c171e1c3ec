using Connector.Engine.Codes;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>The catalogue of wrap-up codes, for reading. It is changed through the door alone.</summary>
public sealed class CodeStore
{
    /// <summary>Versions only rise and rows never go, so their sum is another after each change.</summary>
    private static readonly Statement Mark = new("""
        SELECT coalesce((SELECT sum("Version") FROM "CatalogueCodes" WHERE "Tenant" = $1), 0) + coalesce((SELECT sum("Version") FROM "CodeMappings" WHERE "Tenant" = $1), 0)
        """);

    private readonly StoreAccess _store;
    private CatalogueLoader? _loader;

    internal CodeStore(StoreAccess store) => _store = store;

    private CatalogueLoader Loader => _loader ??= new(_store.Tables, _store.Tenant);

    /// <param name="instance">With what this instance showed last; null: codes and mappings alone.</param>
    public Task<Catalogue> ReadAsync(string? instance, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => Loader.LoadAsync(session, instance, EntryKind.Agent, cancellation), cancellation);

    /// <summary>A number that is another after each change of codes or mappings.</summary>
    public async Task<long> MarkAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.NumberAsync(Mark.With(_store.Tenant), cancellation), cancellation) ?? 0;
}
