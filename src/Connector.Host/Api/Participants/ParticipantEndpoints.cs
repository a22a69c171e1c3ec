using Connector.Engine.Participants;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Participants;

/// <summary><c>/interactions/{id}/participants</c>: CCs and followers, changed on the record.</summary>
internal static class ParticipantEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/interactions/{id}/participants").WithTags("Participants");
        group.MapGet("", (string id, Caller caller, WorkViewReader reader, CancellationToken cancellation) => PeopleAsync(id, caller, reader, cancellation))
            .WithSummary("Everybody on the conversation");
        group.MapPut("", (string id, ParticipantRequest body, ParticipantDesk desk, HttpContext http) => desk.AddAsync(id, body, http))
            .WithSummary("Add a CC or a follower, or let one in again");
        group.MapDelete("", (string id, string address, ParticipantRole? role, ParticipantDesk desk, HttpContext http) => desk.RemoveAsync(id, address, role, http))
            .WithSummary("Take a CC or follower off; they become a former participant");
    }

    private static async Task<IReadOnlyList<ParticipantView>> PeopleAsync(string id, Caller caller, WorkViewReader reader, CancellationToken cancellation) =>
        (await reader.ReadAsync(Ids.Interaction(id), caller, cancellation)).Reading.Participants;
}

/// <param name="Role"><c>Cc</c> (default) or <c>Follower</c>.</param>
internal sealed record ParticipantRequest(string? Address, string? Name, ParticipantRole? Role);

/// <summary>Everybody on the conversation now, and what the agent should know.</summary>
internal sealed record ParticipantsAnswer(IReadOnlyList<ParticipantView> Participants, IReadOnlyList<string> Warnings, string? Nothing);
