using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Cases;

/// <summary>Carries commands that name several cases to the door; answers with the state of the one in the path.</summary>
internal sealed class MergeDesk(ConnectorApp app, CaseReader reader, Requests.Door door)
{
    public async Task<IResult> MergeAsync(string target, IReadOnlyList<string> sources, HttpContext http)
    {
        if (sources.Count == 0) throw RefusedException.Invalid(new FieldFault("sources", "at least one case is needed"));
        var ids = await IdsAsync([target, .. sources], http);
        return await AnswerAsync(ids[0], (at, by) => new MergeCases { Target = ids[0], Sources = [.. ids.Skip(1)], At = at, By = by, Correlation = Correlation.Of(http) }, http);
    }

    public async Task<IResult> UndoAsync(string source, HttpContext http)
    {
        var id = (await IdsAsync([source], http))[0];
        return await AnswerAsync(id, (at, by) => new UndoMerge { CaseId = id, At = at, By = by, Correlation = Correlation.Of(http) }, http);
    }

    public async Task<IResult> DuplicateAsync(string duplicate, string of, HttpContext http)
    {
        var ids = await IdsAsync([duplicate, of], http);
        return await AnswerAsync(ids[0], (at, by) => new CloseDuplicate { CaseId = ids[0], Of = ids[1], At = at, By = by, Correlation = Correlation.Of(http) }, http);
    }

    private async Task<IResult> AnswerAsync(long id, Func<DateTimeOffset, Actor, Input> input, HttpContext http)
    {
        var caller = Caller.Of(http.User);
        var answer = await door.TakeAsync<Case>(input(app.Clock.Now, caller.Actor), id, http);
        var view = await reader.OneAsync(id, caller, http.RequestAborted);
        return ETags.Result(new CaseAnswer(view) { Nothing = (answer as Answer.Nothing)?.Why }, view.Version, StatusCodes.Status200OK, http);
    }

    private async Task<IReadOnlyList<long>> IdsAsync(IReadOnlyList<string> written, HttpContext http)
    {
        await using var db = app.Store.Read();
        var ids = new List<long>();
        foreach (var one in written) ids.Add((await reader.FindAsync(db, one, http.RequestAborted)).Id);
        return ids;
    }
}
