using Connector.Engine.Door;

namespace Connector.Host.Operations.Cursors;

/// <summary>Moves a cursor by hand: only while the instance is paused, else the running poll would overwrite it.</summary>
internal sealed class CursorDesk(Operator by)
{
    /// <param name="value">Null: from the vendor's start.</param>
    public async Task<OperationResult> SetAsync(string id, string? value, CancellationToken cancellation)
    {
        var before = await new CursorReading(by.App.Store, by.App.Settings).OneAsync(id, cancellation);
        if (!before.Paused)
            throw new OperationRefusedException(RuleNames.NotAllowedInState, $"the cursor of '{before.Instance}' is moved only while it is paused: plugins pause {before.Instance}");
        await by.App.Store.Cursors.SetAsync(before.Instance, value, by.By.Name, by.App.Clock.Now, cancellation);
        await by.AuditAsync("cursor set", before.Instance, before.Value, value, cancellation);
        return new(before.Instance, value is null ? "reset" : "set");
    }
}
