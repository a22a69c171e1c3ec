using Connector.Runtime.Settings;
using Connector.Storage;

namespace Connector.Host.Operations.Cursors;

/// <summary>How far an instance has read the vendor's events.</summary>
internal sealed record CursorView(string Instance, string? Value, DateTimeOffset? ChangedAt, string? ChangedBy, bool Paused);

/// <summary>Cursors of all configured instances. Reads only.</summary>
internal sealed class CursorReading(Store store, ConnectorSettings settings)
{
    public async Task<IReadOnlyList<CursorView>> ListAsync(CancellationToken cancellation)
    {
        var stored = await store.Cursors.ListAsync(cancellation);
        var wanted = await store.Status.DesiredAsync(cancellation);
        return [.. settings.Instances.Keys.Select(id =>
        {
            var cursor = stored.FirstOrDefault(c => c.Instance == id);
            return new CursorView(id, cursor?.Value, cursor?.ChangedAt, cursor?.ChangedBy, wanted.FirstOrDefault(w => w.Instance == id)?.Paused ?? false);
        })];
    }

    public async Task<CursorView> OneAsync(string id, CancellationToken cancellation) =>
        (await ListAsync(cancellation)).FirstOrDefault(c => c.Instance.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw OperationRefusedException.NoSuch("instance", id, settings.Instances.Keys);
}
