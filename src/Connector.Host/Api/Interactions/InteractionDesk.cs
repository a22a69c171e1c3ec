using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Interactions;

/// <summary>Carries a command of an agent to the door and answers with the new state and the actions now allowed.</summary>
internal sealed class InteractionDesk(ConnectorApp app, InteractionReader reader, Requests.Door door)
{
    public async Task<IResult> GiveAsync(string id, HttpContext http, Func<CommandFrame, InteractionCommand> command)
    {
        var caller = Caller.Of(http.User);
        var frame = new CommandFrame(Ids.Interaction(id), app.Clock.Now, caller.Actor, Correlation.Of(http));
        var answer = await door.TakeAsync<Interaction>(command(frame), frame.Id, http);
        var view = await reader.OneAsync(frame.Id, caller, http.RequestAborted);
        return ETags.Result(AnswerOf(answer, view), view.Version, StatusCodes.Status200OK, http);
    }

    private static InteractionAnswer AnswerOf(Answer answer, InteractionView view) => new(view)
    {
        MessageId = answer is Answer.Done { Result: CommandResult { MessageId: { } message } } ? Engine.RecordId.Message(message) : null,
        Nothing = (answer as Answer.Nothing)?.Why,
    };
}
