using Connector.Engine.Door;
using Connector.Storage.Rows;

namespace Connector.Host.Operations.Cursors;

/// <summary>Moves a cursor by hand: only while the instance is paused, else the running poll would overwrite it.</summary>
internal sealed class CursorDesk(Operator by)
{
    /// <param name="value">Null: from the vendor's start.</param>
    public async Task<OperationResult> SetAsync(string id, string? value, CancellationToken cancellation)
    {
        var cursor = await new CursorReading(by.App.Store, by.App.Settings).OneAsync(id, cancellation);
        return await by.ActAsync<Cursor?, OperationResult>(
            beside => cursor.Paused
                ? by.App.Store.Cursors.SetAsync(cursor.Instance, value, by.By.Name, by.App.Clock.Now, beside, cancellation)
                : throw new OperationRefusedException(RuleNames.NotAllowedInState, $"the cursor of '{cursor.Instance}' is moved only while it is paused: plugins pause {cursor.Instance}"),
            _ => new(cursor.Instance, value is null ? "reset" : "set"),
            before => [new("cursor set", cursor.Instance, before?.Value, value)]);
    }
}
