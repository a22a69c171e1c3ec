using Connector.Storage.Writing;

namespace Connector.Storage.Sqlite;

/// <summary>What waits, by urgency. The urgent go first, but a quarter of each batch is the mail's, so that a flood of events starves nobody.</summary>
internal sealed class WaitingWork
{
    public const int Batch = 64;
    private const int KeptForMail = Batch / 4;

    private readonly Queue<Work>[] _waiting = [.. Enum.GetValues<Urgency>().Select(_ => new Queue<Work>())];

    public int Count => _waiting.Sum(queue => queue.Count);

    public void Add(Work work) => _waiting[(int)work.Urgency].Enqueue(work);

    /// <summary>The next batch; a rehearsal comes alone.</summary>
    public List<Work> Take()
    {
        var batch = new List<Work>();
        var urgent = Batch - Math.Min(KeptForMail, _waiting[(int)Urgency.Mail].Count);
        foreach (var queue in _waiting)
        {
            var room = ReferenceEquals(queue, _waiting[(int)Urgency.Mail]) ? Batch : urgent;
            while (batch.Count < room && queue.TryPeek(out var next))
            {
                if (next.IsRehearsal && batch.Count > 0) return batch;
                batch.Add(queue.Dequeue());
                if (next.IsRehearsal) return batch;
            }
        }
        return batch;
    }
}
