using System.Globalization;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Transfers;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Transfers;

/// <summary>Transfers over HTTP: what is on offer, asking for one, and how far it has come.</summary>
internal sealed class TransferCounter(ConnectorApp app, InteractionReader reader, Requests.Door door)
{
    private const int LongestWait = 60;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    public async Task<IReadOnlyList<TargetView>> TargetsAsync(string interaction, CancellationToken cancellation)
    {
        var found = await FindAsync(Ids.Interaction(interaction), cancellation);
        return [.. TransferTargets.OnOffer(found, await app.Transfers.AuthorisedAsync(found, cancellation)).Select(TargetView.Of)];
    }

    /// <summary>Needs the vendor's consent: accepted for asking, answered with the record as it is, or as it has become within <c>Prefer: wait=N</c>.</summary>
    public async Task<IResult> AskAsync(string id, TransferRequest body, HttpContext http)
    {
        if (body.Queue is null == body.Agent is null) throw RefusedException.Invalid(new FieldFault("queue, agent", "exactly one of the two is needed"));
        var wait = WaitOf(http);
        var caller = Caller.Of(http.User);
        var frame = new CommandFrame(Ids.Interaction(id), app.Clock.Now, caller.Actor, Correlation.Of(http));
        var authorised = await app.Transfers.AuthorisedAsync(await FindAsync(frame.Id, http.RequestAborted), http.RequestAborted);
        var answer = await door.TakeAsync<Interaction>(AgentCommands.Transfer(frame, body, authorised), frame.Id, http);
        var transfer = await AnsweredAsync(((CommandResult)((Answer.Done)answer).Result!).TransferId!.Value, wait, http.RequestAborted);
        var view = await reader.OneAsync(frame.Id, caller, http.RequestAborted);
        return ETags.Result(new TransferAnswer(TransferView.Of(transfer), view), view.Version, StatusCodes.Status202Accepted, http);
    }

    public async Task<Page<TransferView>> ListAsync(string? interaction, PageRequest page, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var transfers = db.Transfers.Where(t => t.Tenant == app.Store.Tenant && t.Id < page.Before);
        if (interaction is not null) transfers = transfers.Where(t => t.InteractionId == Ids.Interaction(interaction));
        return page.Cut(await transfers.OrderByDescending(t => t.Id).Take(page.Limit + 1).ToListAsync(cancellation), t => t.Id, TransferView.Of);
    }

    private async Task<Transfer> AnsweredAsync(long id, TimeSpan wait, CancellationToken cancellation)
    {
        var until = app.Machine.GetUtcNow() + wait;
        var transfer = await ReadAsync(id, cancellation);
        while (transfer.State == TransferState.Requested && app.Machine.GetUtcNow() < until)
        {
            await Task.Delay(LookAgain, app.Machine, cancellation);
            transfer = await ReadAsync(id, cancellation);
        }
        return transfer;
    }

    private async Task<Transfer> ReadAsync(long id, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        return await db.Transfers.FirstAsync(t => t.Id == id, cancellation);
    }

    private async Task<Interaction> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        return await reader.FindAsync(db, id, cancellation);
    }

    /// <summary>RFC 7240: <c>Prefer: wait=10</c>. What is no number of seconds is no preference; a long one is cut.</summary>
    private static TimeSpan WaitOf(HttpContext http)
    {
        var wait = http.Request.Headers["Prefer"].SelectMany(v => (v ?? "").Split(',', ';')).Select(v => v.Trim()).FirstOrDefault(v => v.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        return wait is not null && int.TryParse(wait.AsSpan(5).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait)) : TimeSpan.Zero;
    }
}
