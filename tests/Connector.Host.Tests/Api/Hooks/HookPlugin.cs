using Connector.Contracts;

namespace Connector.Host.Tests.Api.Hooks;

/// <summary>A vendor that calls us: <c>?secret=</c> guards the call, its body names the work that was taken.</summary>
public sealed class HookPlugin : IPlugin<HookOptions>
{
    public IAdapter Create(HookOptions options, IAdapterHost host) => new HookAdapter(options);
}

public sealed class HookOptions
{
    public string Guard { get; set; } = "";
}

public sealed class HookAdapter(HookOptions options) : IAdapter, IReceiveEvents
{
    public IReadOnlyList<VendorEvent> Receive(WebhookCall call)
    {
        if (call.Query != $"?secret={options.Guard}") throw new UnauthorizedException("wrong secret");
        var id = System.Text.Encoding.UTF8.GetString(call.Body.Span);
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        return [new(call.Headers["x-event"], id, "taken", at, new WorkObservation { ExternalId = id, State = WorkState.Accepted, Rank = 1, Agent = "ann", At = at })];
    }

    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
