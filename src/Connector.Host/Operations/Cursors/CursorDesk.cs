using Connector.Engine.Door;
using Connector.Runtime.Settings;
using Connector.Storage;

namespace Connector.Host.Operations.Cursors;

/// <summary>How far an instance has read the vendor's events.</summary>
internal sealed record CursorView(string Instance, string? Value, DateTimeOffset? ChangedAt, string? ChangedBy, bool Paused);

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

/// <summary>Moves a cursor by hand: only while the instance is paused, else the running poll would overwrite it.</summary>
internal sealed class CursorDesk(Operator by)
{
    /// <param name="value">Null: from the vendor's start.</param>
    public async Task<OperationResult> SetAsync(string id, string? value, CancellationToken cancellation)
    {
        var before = await new CursorReading(by.App.Store, by.App.Settings).OneAsync(id, cancellation);
        if (!before.Paused) throw new OperationRefusedException(RuleNames.NotAllowedInState, $"the cursor of '{before.Instance}' is moved only while it is paused: plugins pause {before.Instance}");
        await by.App.Store.Cursors.SetAsync(before.Instance, value, by.By.Name, by.App.Clock.Now, cancellation);
        await by.AuditAsync("cursor set", before.Instance, before.Value, value, cancellation);
        return new(before.Instance, value is null ? "reset" : "set");
    }
}
