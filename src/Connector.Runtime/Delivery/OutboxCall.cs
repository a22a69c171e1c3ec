using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Inbox;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Plugins.Secrets;
using Connector.Storage.Writing;

namespace Connector.Runtime.Delivery;

/// <summary>One attempt at one outbox row: what it assumed is checked again, then the call is made; a failure says by its type what follows.</summary>
internal sealed class OutboxCall(
    PluginInstances instances, MailDelivery mail, IDoor door, Func<long, CancellationToken, Task<Interaction?>> interactionOf, Func<Setup> setup, IBusinessClock clock, TimeProvider machine, SecretMask mask)
{
    /// <summary>An attempt whose answer is lost is for a person to look at.</summary>
    public bool IsUnsafe(OutboxRow row) =>
        Enum.TryParse<WorkOperation>(row.Operation, out var operation) && instances.Find(row.Destination)?.Ask<IAdapter, Repeat>(a => a.RepeatOf(operation)).Kind == RepeatKind.Unsafe;

    /// <param name="row">Claimed, started and in no doubt.</param>
    /// <param name="page">With what it was claimed.</param>
    /// <param name="limit">Its caller's.</param>
    /// <param name="cancellation">The host stops: the attempt is left as it is, in doubt.</param>
    public async Task<CallResult> AttemptAsync(OutboxRow row, CallPage page, CallLimit limit, CancellationToken cancellation)
    {
        using var priority = AmbientPriority.Of(row.Priority > 0 ? CallPriority.Agent : CallPriority.Sweep);
        var either = limit.Begin();
        var repeat = Repeat.Safe;
        try
        {
            if (row.Destination == OutboxDestination.Mail) return await mail.SendAsync(row, either);
            if (instances.Find(row.Destination) is not { } instance) return new CallResult.Failed($"there is no instance '{row.Destination}'");
            repeat = instance.RepeatOf(Enum.Parse<WorkOperation>(row.Operation));
            if (StrayEnding.Concerns(row)) return await StrayEnding.CallAsync(instance, row, either);
            if (CodeCalls.Concerns(row)) return await CodeSaving.CallAsync(instance, row, either);
            if (await page.WorkAsync(row.InteractionId, either) is not { } work) return new CallResult.Failed("the interaction is gone");
            if (Precondition.Broken(row.Precondition, work) is { } broken) return new CallResult.Superseded(broken);
            return await CallAsync(instance, row, work, either);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            return Failed(new TimeoutException($"no answer within {CallLimit.Longest.TotalSeconds:0} s", e), row, repeat);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return Failed(e, row, repeat);
        }
    }

    /// <summary>What is kept with the row shows no secret.</summary>
    private CallResult Failed(Exception failure, OutboxRow row, Repeat repeat) => CallOutcome.Of(failure, row, repeat, clock.Now, machine.GetUtcNow()) switch
    {
        CallResult.Later later => later with { Error = mask.Apply(later.Error) },
        CallResult.Failed failed => failed with { Error = mask.Apply(failed.Error) },
        var other => other,
    };

    private async Task<CallResult> CallAsync(PluginInstance instance, OutboxRow row, CalledWork work, CancellationToken cancellation)
    {
        try
        {
            return await AdapterCalls.CallAsync(instance, row, work, setup(), cancellation);
        }
        catch (ConflictException e) when (instance.Can<IReadItem>() && work.ExternalId is not null)
        {
            await ReadAgainAsync(instance, row, work.ExternalId, cancellation);
            var now = await interactionOf(row.InteractionId, cancellation);
            if (now is not null && Precondition.Broken(row.Precondition, now) is { } broken) return new CallResult.Superseded($"{broken}, as the vendor's item showed ({e.Message})");
            throw;
        }
    }

    /// <summary>The vendor's state is not what was assumed: the item as it is goes through the door, which decides anew.</summary>
    private async Task ReadAgainAsync(PluginInstance instance, OutboxRow row, string externalId, CancellationToken cancellation)
    {
        if (await instance.CallAsync<IReadItem, WorkObservation?>((a, c) => a.ReadAsync(externalId, c), cancellation) is { } seen)
            await door.HandleAsync(new Observed { At = clock.Now, By = Actor.OfInstance(instance.Id), Correlation = row.Correlation, Instance = instance.Id, Work = seen.Heard(instance, clock), AnswersCall = true }, Urgency.Result, cancellation);
    }
}
