using Connector.Engine;
using Connector.Engine.Door;
using Connector.Host.Api.Problems;
using Connector.Runtime.Hosting;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Requests;

/// <summary>The door as requests use it: a refusal becomes its problem, <c>If-Match</c> is checked first.</summary>
internal sealed class Door(ConnectorApp app)
{
    /// <summary>Something happened, or had happened already.</summary>
    public async Task<Answer> TakeAsync<TRecord>(Input input, long id, HttpContext http)
        where TRecord : class, IRecord
    {
        if (ETags.Wanted(http) is { } wanted) ETags.Check(wanted, await VersionAsync<TRecord>(id, http.RequestAborted));
        return await TakeAsync(input, http.RequestAborted);
    }

    public async Task<Answer> TakeAsync(Input input, CancellationToken cancellation)
    {
        var outcome = await app.Door.HandleAsync(input, Urgency.Command, cancellation);
        return outcome.Answer is Answer.Refused refused ? throw new RefusedException(refused.Rule, refused.Why) : outcome.Answer;
    }

    private async Task<long> VersionAsync<TRecord>(long id, CancellationToken cancellation)
        where TRecord : class, IRecord
    {
        await using var db = app.Store.Read();
        return await db.Set<TRecord>().Where(r => r.Id == id && r.Tenant == app.Store.Tenant).Select(r => r.Version).FirstOrDefaultAsync(cancellation);
    }
}
