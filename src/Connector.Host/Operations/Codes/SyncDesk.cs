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
        var wanted = Wanted(instance);
        var looks = await by.ActAsync<Looks, Looks>(beside => LookAsync(wanted, beside, cancellation), found => found,
            found => found.Instances.Where(l => l.IsStored).Select(l => new AuditLine("codes read", l.Instance, null, $"{l.News.Count} news, {l.Changes} changes")));
        var views = new List<SyncView>();
        foreach (var look in looks.Instances)
        {
            var plan = Plan.Of(await by.App.Store.Codes.ReadAsync(look.Instance, cancellation), look.Instance, by.App.Setup);
            views.Add(new(look.Instance, look.Problem, look.News, plan.Fingerprint, plan.Steps, []));
        }
        return views;
    }

    public Task<SyncView> ApplyAsync(string instance, string plan, IReadOnlyList<int>? only, CancellationToken cancellation)
    {
        var one = Wanted(instance)[0];
        var input = new ApplyPlan { Instance = one.Id, Plan = plan, Only = only is { Count: > 0 } ? only : null, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation };
        return by.ActAsync<Outcome, SyncView>(
            beside => by.App.Door.HandleAsync(input, new Handling(Urgency.Command, Beside: beside), cancellation),
            outcome => ResultOf(outcome) is var result ? new(one.Id, null, [], result.Plan.Fingerprint, result.Plan.Steps, result.Taken) : null!,
            outcome => outcome.Answer is Answer.Done && ResultOf(outcome) is var done
                ? done.Plan.Steps.Where(s => done.Taken.Contains(s.Number)).Select(s => new AuditLine("codes sync", one.Id, null, $"{s.Action}: {s.Says}"))
                : []);
    }

    private static PlanResult ResultOf(Outcome outcome) => outcome.Answer switch
    {
        Answer.Refused refused => throw new OperationRefusedException(refused.Rule, refused.Why),
        Answer.Done { Result: PlanResult done } => done,
        Answer.Nothing { Result: PlanResult nothing } => nothing,
        _ => throw new InvalidOperationException(outcome.Answer.ToString()),
    };

    /// <summary>All vendors are read first; what they show is taken up in one transaction.</summary>
    private async Task<Looks> LookAsync(IReadOnlyList<PluginInstance> wanted, Beside<Looks> beside, CancellationToken cancellation)
    {
        var shown = new List<(string Instance, CatalogueRead? Read, string? Problem)>();
        foreach (var one in wanted)
        {
            var (read, problem) = await TryReadAsync(one, cancellation);
            shown.Add((one.Id, read, problem));
        }
        List<CatalogueRead> reads = [.. shown.Select(s => s.Read).OfType<CatalogueRead>()];
        var outcomes = await by.App.Door.HandleAllAsync(reads, Urgency.Command, (found, fresh) => beside(Looks.Of(shown, found), fresh), cancellation);
        return Looks.Of(shown, outcomes);
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
