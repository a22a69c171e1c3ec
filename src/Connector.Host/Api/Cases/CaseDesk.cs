using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Cases;

/// <summary>Carries commands on cases to the door.</summary>
internal sealed class CaseDesk(ConnectorApp app, CaseReader reader, Requests.Door door)
{
    public async Task<IResult> GiveAsync(string id, CaseInput step, HttpContext http) =>
        await AnswerAsync(await IdAsync(id, http), (known, caller) => new CaseCommand
        {
            CaseId = known, Step = step, At = app.Clock.Now, By = caller.Actor, Correlation = Correlation.Of(http),
        }, StatusCodes.Status200OK, http);

    public async Task<IResult> DisposeAsync(string id, string disposition, HttpContext http) =>
        await AnswerAsync(await IdAsync(id, http), (known, caller) => new DisposeCase
        {
            CaseId = known, Disposition = disposition, At = app.Clock.Now, By = caller.Actor, Correlation = Correlation.Of(http),
        }, StatusCodes.Status200OK, http);

    public async Task<IResult> CreateAsync(CreateCaseBody body, HttpContext http)
    {
        var caller = Caller.Of(http.User);
        var answer = await door.TakeAsync(new CreateCase
        {
            At = app.Clock.Now,
            By = caller.Actor,
            Correlation = Correlation.Of(http),
            Channel = body.Channel,
            Subject = body.Subject ?? "",
            Description = body.Description ?? "",
            Requester = body.Requester,
            RequesterName = body.RequesterName ?? "",
            Assignee = body.Assignee,
            Source = body.Source,
        }, http);
        var view = await reader.OneAsync(((CaseResult)((Answer.Done)answer).Result!).CaseId, caller, http.RequestAborted);
        return ETags.Result(new CaseAnswer(view), view.Version, StatusCodes.Status201Created, http);
    }

    /// <summary>Answers with the new case.</summary>
    public async Task<IResult> FollowUpAsync(string id, string? subject, HttpContext http) =>
        await AnswerAsync(await IdAsync(id, http), (known, caller) => new FollowUpCase
        {
            CaseId = known, Subject = subject, At = app.Clock.Now, By = caller.Actor, Correlation = Correlation.Of(http),
        }, StatusCodes.Status201Created, http);

    private async Task<IResult> AnswerAsync(long id, Func<long, Caller, Input> input, int done, HttpContext http)
    {
        var caller = Caller.Of(http.User);
        var answer = await door.TakeAsync<Case>(input(id, caller), id, http);
        var changed = (answer as Answer.Done)?.Result is CaseResult result ? result.CaseId : id;
        var view = await reader.OneAsync(changed, caller, http.RequestAborted);
        return ETags.Result(new CaseAnswer(view) { Nothing = (answer as Answer.Nothing)?.Why }, view.Version, answer is Answer.Done ? done : StatusCodes.Status200OK, http);
    }

    private async Task<long> IdAsync(string written, HttpContext http)
    {
        await using var db = app.Store.Read();
        return (await reader.FindAsync(db, written, http.RequestAborted)).Id;
    }
}
