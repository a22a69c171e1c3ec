using System.Runtime.CompilerServices;
using Connector.Contracts;

namespace Sample.Paper;

/// <summary>Everything a platform with a list of codes can do.</summary>
public sealed class PaperAdapter(Paper paper, CapacityFreed freed, IAdapterHost host)
    : IAdapter, IRouteWork, IEndWork, IHoldWork, ITransferWork, ISetWrapUp, IReadItem, IListOpenWork, IListCodes, ISaveCodes, IListDirectory, IListTargets
{
    public EndStage Stages => EndStage.ConversationOver | EndStage.Closed;

    public CapacityFreed FreesCapacity => freed;

    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    public ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation)
    {
        var id = $"{work.InteractionId}.{work.Round}";
        paper.Write($"Route {id}", s => Put(s, new() { ExternalId = id, InteractionId = work.InteractionId, Round = work.Round, State = WorkState.Queued, Queue = work.Queue, Rank = 1, At = host.Now }));
        return new(new RoutedWork(id));
    }

    public ValueTask EndAsync(WorkRef work, EndStage stage, CallMark mark, CancellationToken cancellation) =>
        Change($"End {work.ExternalId} {stage}", work, i => i with { State = stage == EndStage.Closed ? WorkState.Ended : WorkState.WrapUp });

    public ValueTask<RoutedWork> HoldAsync(WorkRef work, CallMark mark, CancellationToken cancellation) => Moved($"Hold {work.ExternalId}", work, i => i with { State = WorkState.Held });

    public ValueTask<RoutedWork> ResumeAsync(WorkRef work, CallMark mark, CancellationToken cancellation) => Moved($"Resume {work.ExternalId}", work, i => i with { State = WorkState.Accepted });

    public ValueTask<RoutedWork> TransferAsync(WorkRef work, TransferTarget target, CallMark mark, CancellationToken cancellation) =>
        Moved($"Transfer {work.ExternalId}", work, i => i with { State = WorkState.Queued, Agent = target.Agent, Queue = target.Queue ?? i.Queue });

    public ValueTask SetWrapUpAsync(WorkRef work, WrapUpCode code, CallMark mark, CancellationToken cancellation) =>
        Change($"SetWrapUp {work.ExternalId} {code.Code}", work, i => i with { Code = code.Code });

    public ValueTask<WorkObservation?> ReadAsync(string externalId, CancellationToken cancellation) => new(paper.Read().Items.Find(i => i.ExternalId == externalId));

    public ValueTask<RoutedWork?> FindAsync(string interactionId, int round, CancellationToken cancellation) =>
        new(paper.Read().Items.Find(i => i.InteractionId == interactionId && i.Round == round) is { } found ? new RoutedWork(found.ExternalId) : null);

    public async IAsyncEnumerable<WorkObservation> OpenWorkAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        foreach (var item in paper.Read().Items.Where(i => i.State is not (WorkState.Ended or WorkState.Canceled))) yield return item;
    }

    public ValueTask<IReadOnlyList<VendorCode>> CodesAsync(CancellationToken cancellation) => new(paper.Read().Codes);

    public ValueTask<VendorCode> AddCodeAsync(CodeDraft code, CallMark mark, CancellationToken cancellation)
    {
        VendorCode made = new($"v-{code.Name}", code.Name, code.Queues);
        paper.Write($"AddCode {code.Name}", s =>
        {
            made = s.Codes.Find(c => c.Name == code.Name) ?? made;
            if (!s.Codes.Contains(made)) s.Codes.Add(made);
        });
        return new(made);
    }

    public ValueTask RenameCodeAsync(string codeId, CodeDraft code, CallMark mark, CancellationToken cancellation)
    {
        paper.Write($"RenameCode {codeId} {code.Name}", s => s.Codes[s.Codes.FindIndex(c => c.Id == codeId)] = s.Codes.Find(c => c.Id == codeId)! with { Name = code.Name });
        return ValueTask.CompletedTask;
    }

    public ValueTask RetireCodeAsync(string codeId, CallMark mark, CancellationToken cancellation)
    {
        paper.Write($"RetireCode {codeId}", s => s.Codes[s.Codes.FindIndex(c => c.Id == codeId)] = s.Codes.Find(c => c.Id == codeId)! with { Queues = [] });
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<VendorQueue>> QueuesAsync(CancellationToken cancellation) => new(paper.Read().Queues);

    public ValueTask<IReadOnlyList<VendorAgent>> AgentsAsync(CancellationToken cancellation) => new(paper.Read().Agents);

    public ValueTask<IReadOnlyList<TransferTarget>> TargetsAsync(WorkRef work, CancellationToken cancellation) => new(paper.Read().Targets);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Put(Sheet sheet, WorkObservation item)
    {
        sheet.Items.RemoveAll(i => i.ExternalId == item.ExternalId);
        sheet.Items.Add(item);
    }

    private async ValueTask<RoutedWork> Moved(string call, WorkRef work, Func<WorkObservation, WorkObservation> change)
    {
        await Change(call, work, change);
        return new(work.ExternalId);
    }

    private ValueTask Change(string call, WorkRef work, Func<WorkObservation, WorkObservation> change)
    {
        paper.Write(call, s =>
        {
            if (s.Items.Find(i => i.ExternalId == work.ExternalId) is { } item) Put(s, change(item) with { Rank = item.Rank + 1 });
        });
        return ValueTask.CompletedTask;
    }
}
