using Connector.Engine.Cases;
using Connector.Engine.Messages;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Cases;

/// <summary>A case with all that were merged into it, through any number of steps: whose mails and history are its own now.</summary>
internal sealed record MergedFamily(IReadOnlyList<long> Cases, IReadOnlyList<long> Threads)
{
    public static async Task<MergedFamily> OfAsync(ConnectorDb db, Case target, CancellationToken cancellation)
    {
        var members = new Dictionary<long, Case> { [target.Id] = target };
        for (List<long> latest = [target.Id]; latest.Count > 0;)
        {
            var merged = await db.Cases.Where(c => c.Tenant == target.Tenant && c.MergedInto != null && latest.Contains(c.MergedInto.Value)).ToListAsync(cancellation);
            latest = [.. merged.Where(c => members.TryAdd(c.Id, c)).Select(c => c.Id)];
        }
        return new([.. members.Keys], [.. members.Values.Select(c => c.ThreadId).OfType<long>().Distinct()]);
    }

    public IQueryable<Message> Messages(ConnectorDb db, IReadOnlyList<long> interactions) => db.Messages.Where(m =>
        m.CaseId != null && Cases.Contains(m.CaseId.Value) || m.ThreadId != null && Threads.Contains(m.ThreadId.Value) || m.InteractionId != null && interactions.Contains(m.InteractionId.Value));
}
