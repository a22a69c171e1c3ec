using Connector.Benchmarks.Corpus;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Threads;
using Connector.Storage;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Floors;

/// <summary>What the rules make of the corpus, as the bare statements that a program knowing the answers beforehand would send.</summary>
internal static class MailWrites
{
    public static async Task<List<List<Write>>> OfAsync(Store store, IEnumerable<MailArrived> mails, CancellationToken cancellation)
    {
        using var db = store.Read();
        var tables = new RecordTables(db.Model);
        var path = store.WritePath(new EngineRules(), () => Arrivals.Setup);
        var last = new Dictionary<(Type, long), IRecord>();
        var writes = new List<List<Write>>();
        foreach (var mail in mails)
        {
            var outcome = await path.HandleAsync(mail, Urgency.Mail, cancellation);
            writes.Add([.. outcome.Inserts.Select(tables.Insert), .. outcome.Updates.Select(r => tables.Update(r, last[(r.GetType(), r.Id)]))]);
            foreach (var record in outcome.Inserts.OfType<IRecord>().Concat(outcome.Updates)) last[(record.GetType(), record.Id)] = record;
        }
        return writes;
    }
}
