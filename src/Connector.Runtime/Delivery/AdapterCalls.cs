using System.Text.Json;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Codes;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Delivery;

/// <summary>Carries an outbox row to its adapter: one arm an operation.</summary>
internal static class AdapterCalls
{
    public static Task<CallResult> CallAsync(PluginInstance instance, OutboxRow row, CalledWork known, Setup setup, CancellationToken cancellation)
    {
        var mark = new CallMark(row.Key, row.Correlation, row.Attempts);
        if (Enum.Parse<WorkOperation>(row.Operation) == WorkOperation.Route) return RouteAsync(instance, row, mark, cancellation);
        if (known.ExternalId is not { } externalId) return Task.FromResult<CallResult>(new CallResult.Superseded("the work never reached the vendor"));
        var work = new WorkRef(RecordId.Interaction(known.Id), externalId, known.Owner);
        if (row.Operation == nameof(WorkOperation.SetWrapUp)) return SetWrapUpAsync(instance, Mapped(row, known, setup), work, mark, cancellation);
        return OnWorkAsync(instance, row, work, mark, cancellation);
    }

    private static Task<CallResult> RouteAsync(PluginInstance instance, OutboxRow row, CallMark mark, CancellationToken cancellation)
    {
        var request = Read(row, OutboxJson.Default.RouteWork);
        return RoutedAsync(instance.CallAsync<IRouteWork, RoutedWork>((a, c) => a.RouteAsync(request, mark, c), cancellation));
    }

    private static Task<CallResult> SetWrapUpAsync(PluginInstance instance, WrapUpCode code, WorkRef work, CallMark mark, CancellationToken cancellation) =>
        PlainAsync(instance.CallAsync<ISetWrapUp>((a, c) => a.SetWrapUpAsync(work, code, mark, c), cancellation));

    private static Task<CallResult> EndAsync(PluginInstance instance, EndPayload end, WorkRef work, CallMark mark, CancellationToken cancellation) =>
        PlainAsync(instance.CallAsync<IEndWork>((a, c) => a.EndAsync(work with { ExternalId = end.ExternalId ?? work.ExternalId }, end.Stage, mark, c), cancellation));

    /// <summary>A row bears our code. It is mapped when it is called, so that a retry goes through once the mapping is there.</summary>
    private static WrapUpCode Mapped(OutboxRow row, CalledWork known, Setup setup)
    {
        var ours = Read(row, OutboxJson.Default.WrapUpCode);
        return VendorCode(row, known, setup) is { } vendorId
            ? ours with { Code = vendorId }
            : throw new RejectedException(CodeMap.Missing(known.Instance, known.Queue, ours.Code));
    }

    /// <summary>The vendor's id of the code a row gives; null where it gives none, or it is not mapped.</summary>
    public static string? VendorCode(OutboxRow row, CalledWork known, Setup setup)
    {
        if (row.Operation != nameof(WorkOperation.SetWrapUp)) return null;
        var ours = Read(row, OutboxJson.Default.WrapUpCode).Code;
        return setup.MapsCodes(known.Instance) ? setup.CodeMap.VendorIdOf(known.Instance, known.Queue, ours) : ours;
    }

    private static Task<CallResult> OnWorkAsync(PluginInstance instance, OutboxRow row, WorkRef work, CallMark mark, CancellationToken cancellation) =>
        Enum.Parse<WorkOperation>(row.Operation) switch
        {
            WorkOperation.Hold => MovedAsync(work, instance.CallAsync<IHoldWork, RoutedWork>((a, c) => a.HoldAsync(work, mark, c), cancellation)),
            WorkOperation.Resume => MovedAsync(work, instance.CallAsync<IHoldWork, RoutedWork>((a, c) => a.ResumeAsync(work, mark, c), cancellation)),
            WorkOperation.Transfer => RoutedAsync(instance.CallAsync<ITransferWork, RoutedWork>((a, c) => a.TransferAsync(work, Read(row, OutboxJson.Default.TransferOrder).Target, mark, c), cancellation)),
            WorkOperation.AddMail => PlainAsync(instance.CallAsync<IAddLaterMail>((a, c) => a.AddMailAsync(work, Read(row, OutboxJson.Default.LaterMail), mark, c), cancellation)),
            WorkOperation.End => EndAsync(instance, Read(row, OutboxJson.Default.EndPayload), work, mark, cancellation),
            _ => throw new RejectedException($"unknown operation {row.Operation}"),
        };

    private static async Task<CallResult> RoutedAsync(ValueTask<RoutedWork> call) => new CallResult.Succeeded((await call).ExternalId);

    /// <summary>The vendor may know the work by another id from now on; the one it was called by is no news.</summary>
    private static async Task<CallResult> MovedAsync(WorkRef called, ValueTask<RoutedWork> call) =>
        (await call).ExternalId is var id && id == called.ExternalId ? new CallResult.Succeeded(Answer: id) : new CallResult.Succeeded(id);

    private static async Task<CallResult> PlainAsync(ValueTask call)
    {
        await call;
        return new CallResult.Succeeded();
    }

    public static T Read<T>(OutboxRow row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Payload, type) ?? throw new RejectedException($"outbox row {RecordId.Outbox(row.Id)} has no payload");
}
