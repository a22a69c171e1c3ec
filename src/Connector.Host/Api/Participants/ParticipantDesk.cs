using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Participants;

/// <summary>Carries changes of people to the door and answers with who is there then.</summary>
internal sealed class ParticipantDesk(ConnectorApp app, WorkViewReader reader, Requests.Door door)
{
    public Task<ParticipantsAnswer> AddAsync(string id, ParticipantRequest body, HttpContext http) => GiveAsync(id, http, (interaction, caller) => new AddParticipant
    {
        InteractionId = interaction,
        At = app.Clock.Now,
        By = caller.Actor,
        Correlation = Correlation.Of(http),
        Address = body.Address ?? "",
        Name = body.Name ?? "",
        Role = body.Role ?? ParticipantRole.Cc,
    });

    public Task<ParticipantsAnswer> RemoveAsync(string id, string address, ParticipantRole? role, HttpContext http) => GiveAsync(id, http, (interaction, caller) => new RemoveParticipant
    {
        InteractionId = interaction, At = app.Clock.Now, By = caller.Actor, Correlation = Correlation.Of(http), Address = address, Role = role,
    });

    private async Task<ParticipantsAnswer> GiveAsync(string id, HttpContext http, Func<long, Caller, ParticipantCommand> command)
    {
        var (interaction, caller) = (Ids.Interaction(id), Caller.Of(http.User));
        var answer = await door.TakeAsync<Interaction>(command(interaction, caller), interaction, http);
        var people = (await reader.ReadAsync(interaction, caller, http.RequestAborted)).Reading.Participants;
        return new(people, answer is Answer.Done { Result: ParticipantResult result } ? result.Warnings : [], (answer as Answer.Nothing)?.Why);
    }
}
