using System.Text.Json;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Delivery;

/// <summary>Carries a code to the vendor's list. By their contract all three calls may be repeated: a name that is taken answers the code that has it.</summary>
internal static class CodeSaving
{
    public static async Task<CallResult> CallAsync(PluginInstance instance, OutboxRow row, CancellationToken cancellation)
    {
        var operation = Enum.Parse<WorkOperation>(row.Operation);
        var code = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.CodePayload) ?? throw new RejectedException($"outbox row {RecordId.Outbox(row.Id)} has no payload");
        var mark = new CallMark(row.Key, row.Correlation, row.Attempts);
        var draft = new CodeDraft(code.Name, code.Description, code.Queues);
        if (operation == WorkOperation.AddCode)
            return new CallResult.Succeeded((await instance.CallAsync<ISaveCodes, VendorCode>((a, c) => a.AddCodeAsync(draft, mark, c), cancellation)).Id);
        var id = code.VendorId ?? throw new RejectedException($"outbox row {RecordId.Outbox(row.Id)} names no code of the vendor");
        await instance.CallAsync<ISaveCodes>((a, c) => operation == WorkOperation.RenameCode ? a.RenameCodeAsync(id, draft, mark, c) : a.RetireCodeAsync(id, mark, c), cancellation);
        return new CallResult.Succeeded(Answer: id);
    }
}
