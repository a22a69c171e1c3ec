using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Delivery;

/// <summary>Ends an item of the vendor that no interaction of ours stands for.</summary>
internal static class StrayEnding
{
    public static bool Concerns(OutboxRow row) => row.InteractionId == 0 && row.Operation == nameof(WorkOperation.End);

    public static async Task<CallResult> CallAsync(PluginInstance instance, OutboxRow row, CancellationToken cancellation)
    {
        var end = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.EndPayload)!;
        var mark = new CallMark(row.Key, row.Correlation, row.Attempts);
        await instance.CallAsync<IEndWork>((a, c) => a.EndAsync(new WorkRef("", end.ExternalId!, null), end.Stage, mark, c), cancellation);
        return new CallResult.Succeeded();
    }
}
