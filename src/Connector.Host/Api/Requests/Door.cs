using Connector.Engine;
using Connector.Engine.Door;
using Connector.Host.Api.Problems;
using Connector.Runtime.Hosting;
using Connector.Storage.Writing;

namespace Connector.Host.Api.Requests;

/// <summary>The door as requests use it: a refusal becomes its problem; <c>If-Match</c> is checked and an idempotency key is kept in the command's own transaction.</summary>
internal sealed class Door(ConnectorApp app)
{
    /// <summary>Something happened, or had happened already.</summary>
    public Task<Answer> TakeAsync<TRecord>(Input input, long id, HttpContext http)
        where TRecord : class, IRecord =>
        TakeAsync(input, ETags.Wanted(http) is { } wanted ? new(typeof(TRecord), id, wanted) : null, http);

    public Task<Answer> TakeAsync(Input input, HttpContext http) => TakeAsync(input, null, http);

    private async Task<Answer> TakeAsync(Input input, ExpectedVersion? expected, HttpContext http)
    {
        var once = Once.Of(http);
        var answer = once?.Recall() ?? (await GiveAsync(input, new(Urgency.Command, Beside: once is null ? null : (outcome, _) => once.Beside(outcome), Expected: expected), http.RequestAborted)).Answer;
        once?.Given();
        return answer is Answer.Refused refused ? throw new RefusedException(refused.Rule, refused.Why) : answer;
    }

    private async Task<Outcome> GiveAsync(Input input, Handling handling, CancellationToken cancellation)
    {
        try
        {
            return await app.Door.HandleAsync(input, handling, cancellation);
        }
        catch (VersionUnexpectedException e)
        {
            throw ETags.Changed(e.Version);
        }
    }
}
