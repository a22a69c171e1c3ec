using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Sqlite;

/// <summary>Something that waits for the writing connection.</summary>
internal abstract class Work(Urgency urgency, CancellationToken cancellation)
{
    public Urgency Urgency { get; } = urgency;

    public bool IsCanceled => cancellation.IsCancellationRequested;

    /// <summary>Undone afterwards, whatever it did: runs in a transaction of its own.</summary>
    public virtual bool IsRehearsal => false;

    public abstract bool IsAnswered { get; }

    public abstract void Execute(ISession session);

    public abstract void Answer();

    public abstract void Fail(Exception reason);

    public abstract void Cancel();
}

/// <summary>Work with a result, answered after the commit.</summary>
internal sealed class Work<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, bool isRehearsal, CancellationToken cancellation) : Work(urgency, cancellation)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellation = cancellation;
    private T _result = default!;

    public Task<T> Task => _answer.Task;

    public override bool IsRehearsal => isRehearsal;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    public override void Execute(ISession session)
    {
        var done = act(session);
        _result = done.IsCompleted ? done.GetAwaiter().GetResult() : throw new InvalidOperationException("work on the writing connection must not wait for anything else");
    }

    public override void Answer() => _answer.TrySetResult(_result);

    public override void Fail(Exception reason) => _answer.TrySetException(reason);

    public override void Cancel() => _answer.TrySetCanceled(_cancellation);
}
