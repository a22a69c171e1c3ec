using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Runtime.Codes;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage.Writing;

namespace Connector.Host.Operations.Codes;

/// <summary>Both sides of the code lists: shows what differs, reads the vendors, plans, and carries a reviewed plan out.</summary>
internal sealed class SyncDesk(Operator by)
{
    /// <summary>As it is now: the vendors are read, and nothing is stored.</summary>
    public async Task<IReadOnlyList<DriftView>> DriftAsync(string? instance, CancellationToken cancellation)
    {
        var views = new List<DriftView>();
        foreach (var one in Wanted(instance)) views.Add(await DriftAsync(one, cancellation));
        return views;
    }

    /// <summary>Reads the vendors, takes up what they show, and answers with the plan that would bring both sides together.</summary>
    public async Task<IReadOnlyList<SyncView>> ReadAsync(string? instance, CancellationToken cancellation)
    {
        var views = new List<SyncView>();
        foreach (var one in Wanted(instance)) views.Add(await ReadAsync(one, cancellation));
        return views;
    }

    public async Task<SyncView> ApplyAsync(string instance, string plan, IReadOnlyList<int>? only, CancellationToken cancellation)
    {
        var one = Wanted(instance)[0];
        var outcome = await by.App.Door.HandleAsync(
            new ApplyPlan { Instance = one.Id, Plan = plan, Only = only is { Count: > 0 } ? only : null, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, Urgency.Command, cancellation);
        var result = outcome.Answer switch
        {
            Answer.Refused refused => throw new OperationRefusedException(refused.Rule, refused.Why),
            Answer.Done { Result: PlanResult done } => done,
            Answer.Nothing { Result: PlanResult nothing } => nothing,
            _ => throw new InvalidOperationException(outcome.Answer.ToString()),
        };
        foreach (var step in result.Plan.Steps.Where(s => result.Taken.Contains(s.Number))) await by.AuditAsync("codes sync", one.Id, null, $"{step.Action}: {step.Says}", cancellation);
        return new(one.Id, null, [], result.Plan.Fingerprint, result.Plan.Steps, result.Taken);
    }

    private async Task<SyncView> ReadAsync(PluginInstance instance, CancellationToken cancellation)
    {
        var (read, problem) = await TryReadAsync(instance, cancellation);
        CatalogueResult? result = null;
        if (read is not null)
        {
            var outcome = await by.App.Door.HandleAsync(read, Urgency.Command, cancellation);
            problem = (outcome.Answer as Answer.Refused)?.Why;
            result = outcome.Answer switch
            {
                Answer.Done { Result: CatalogueResult done } => done,
                Answer.Nothing { Result: CatalogueResult nothing } => nothing,
                _ => null,
            };
            if (outcome.HasWrites) await by.AuditAsync("codes read", instance.Id, null, $"{result?.News.Count ?? 0} news, {result?.Changes ?? 0} changes", cancellation);
        }
        var plan = Plan.Of(await by.App.Store.Codes.ReadAsync(instance.Id, cancellation), instance.Id, by.App.Setup);
        return new(instance.Id, problem, result?.News ?? [], plan.Fingerprint, plan.Steps, []);
    }

    private async Task<DriftView> DriftAsync(PluginInstance instance, CancellationToken cancellation)
    {
        var catalogue = await by.App.Store.Codes.ReadAsync(instance.Id, cancellation);
        var (read, problem) = await TryReadAsync(instance, cancellation);
        CatalogueResult? result = null;
        if (read is not null) catalogue = CataloguePreview.After(read, catalogue, by.App.Setup, out result, out problem);
        return new(instance.Id, problem, result?.News ?? [], Drift.Of(catalogue, instance.Id, by.App.Setup, instance.Settings.Agents));
    }

    private async Task<(CatalogueRead? Read, string? Problem)> TryReadAsync(PluginInstance instance, CancellationToken cancellation)
    {
        if (!instance.Status.TakesCalls) return (null, $"the instance is {instance.Status.State}{(instance.Status.Reason is { } why ? $": {by.App.Mask.Apply(why)}" : "")}; what it showed last stands");
        try
        {
            return (await CatalogueReader.ReadAsync(instance, by.App.Clock.Now, by.By, by.Correlation, cancellation), null);
        }
        catch (AdapterException e)
        {
            return (null, $"{by.App.Mask.Apply(e.Message)}; what it showed last stands");
        }
    }

    /// <summary>Those that keep lists; one asked for by name must.</summary>
    private IReadOnlyList<PluginInstance> Wanted(string? id)
    {
        var keepers = by.App.Instances.All.Where(KeepsLists).ToList();
        if (id is null) return keepers;
        var named = by.App.Instances.Find(id) ?? throw OperationRefusedException.NoSuch("instance", id, by.App.Instances.All.Select(i => i.Id));
        return keepers.Contains(named) ? [named] : throw new OperationRefusedException(RuleNames.NotSupported, $"instance '{named.Id}' of plugin '{named.Settings.Plugin}' keeps no list of codes, queues or agents");
    }

    private bool KeepsLists(PluginInstance instance) => (by.App.Setup.CapabilitiesOf(instance.Id) & (Capability.ListCodes | Capability.ListDirectory)) != Capability.None;
}
