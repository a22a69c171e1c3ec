using Connector.Engine;
using Connector.Storage;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Audit;

/// <summary>What administrators did, and what sweeps closed by themselves; both number their rows from one sequence.</summary>
internal sealed class AuditReading(Store store)
{
    private const string Sweeps = "sweep:";

    /// <summary>Newest first, below the given row.</summary>
    public async Task<IReadOnlyList<AuditView>> PageAsync(long before, int limit, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var acts = await store.Audit.PageAsync(before, limit, cancellation);
        var sweeps = await db.Activities.Where(a => a.Tenant == store.Tenant && a.Id < before && a.By.StartsWith(Sweeps)).OrderByDescending(a => a.Id).Take(limit).ToListAsync(cancellation);
        return [.. acts.Select(a => new AuditView(a.Id, a.At, a.By, a.Action, a.Target, a.Before, a.After, null))
            .Concat(sweeps.Select(a => new AuditView(a.Id, a.At, a.By, a.What, RecordId.Interaction(a.InteractionId) ?? RecordId.Case(a.CaseId) ?? "", a.Before, a.After, a.Why)))
            .OrderByDescending(a => a.Row).Take(limit)];
    }
}

/// <summary>Who did what to what, when, before and after.</summary>
internal sealed record AuditView(
    [property: System.Text.Json.Serialization.JsonIgnore] long Row, DateTimeOffset At, string By, string Action, string Target, string? Before, string? After, string? Why);
