using System.Net;
using System.Text.Json.Serialization.Metadata;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>The conversation endpoints. One that names a conversation answers 404 when the vendor no longer has it: for a read that is null, for an act a conflict.</summary>
internal sealed partial class GenesysApi(GenesysHttp http) : IGenesysApi
{
    private const string Emails = "/api/v2/conversations/emails";

    public async Task<EmailConversation> CreateEmailAsync(CreateEmail body, CancellationToken cancellation) =>
        (await DoAsync(HttpMethod.Post, Emails, Emails, body, GenesysJson.Default.CreateEmail, cancellation)).Read(GenesysJson.Default.EmailConversation, $"POST {Emails}");

    public async Task<Answered<EmailConversation>?> EmailAsync(string conversation, CancellationToken cancellation)
    {
        var answered = await ReadAsync($"{Emails}/{{id}}", Email(conversation), GenesysJson.Default.EmailConversation, cancellation);
        // Without legs it would look like work that is over.
        return answered is { Body.Participants: not { Count: > 0 } } ? throw new UnavailableException($"GET {Emails}/{{id}} answered without participants") : answered;
    }

    public async Task<Conversation?> ConversationAsync(string conversation, CancellationToken cancellation) =>
        (await ReadAsync("/api/v2/conversations/{id}", $"/api/v2/conversations/{Id(conversation)}", GenesysJson.Default.Conversation, cancellation))?.Body;

    public Task ChangeEmailAsync(string conversation, ConversationState body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Patch, $"{Emails}/{{id}}", Email(conversation), body, GenesysJson.Default.ConversationState, cancellation, repeatable: true);

    public Task AddInboundMessageAsync(string conversation, InboundMessage body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Post, $"{Emails}/{{id}}/inboundmessages", $"{Email(conversation)}/inboundmessages", body, GenesysJson.Default.InboundMessage, cancellation);

    public Task ReplaceAsync(string conversation, string participant, ReplaceParticipant body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Post, $"{Emails}/{{id}}/participants/{{id}}/replace", $"{Leg(conversation, participant)}/replace", body, GenesysJson.Default.ReplaceParticipant, cancellation);

    public Task ParkAsync(string conversation, string participant, ParkingState body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Patch, $"{Emails}/{{id}}/participants/{{id}}/parkingstate", $"{Leg(conversation, participant)}/parkingstate", body, GenesysJson.Default.ParkingState, cancellation, repeatable: true);

    public Task SetAttributesAsync(string conversation, string participant, ParticipantAttributes body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Patch, $"{Emails}/{{id}}/participants/{{id}}/attributes", $"{Leg(conversation, participant)}/attributes", body, GenesysJson.Default.ParticipantAttributes, cancellation, repeatable: true);

    public Task ChangeParticipantAsync(string conversation, string participant, ParticipantChange body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Patch, $"{Emails}/{{id}}/participants/{{id}}", Leg(conversation, participant), body, GenesysJson.Default.ParticipantChange, cancellation, repeatable: true);

    public Task WrapUpAsync(string conversation, string participant, string communication, WrapupInput body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Post, $"{Emails}/{{id}}/participants/{{id}}/communications/{{id}}/wrapup", $"{Leg(conversation, participant)}/communications/{Id(communication)}/wrapup", body, GenesysJson.Default.WrapupInput, cancellation);

    public async Task<Wrapup?> WrapUpAsync(string conversation, string participant, CancellationToken cancellation) =>
        (await ReadAsync($"{Emails}/{{id}}/participants/{{id}}/wrapup", $"{Leg(conversation, participant)}/wrapup", GenesysJson.Default.Wrapup, cancellation))?.Body;

    public Task AssignAsync(string conversation, AssignUser body, CancellationToken cancellation) =>
        ActAsync(HttpMethod.Post, "/api/v2/conversations/{id}/assign", $"/api/v2/conversations/{Id(conversation)}/assign", body, GenesysJson.Default.AssignUser, cancellation);

    public async Task<ConversationMatches> SearchAsync(ConversationQuery body, CancellationToken cancellation)
    {
        const string path = "/api/v2/analytics/conversations/details/query";
        var answer = await DoAsync(HttpMethod.Post, path, path, body, GenesysJson.Default.ConversationQuery, cancellation, repeatable: true);
        return answer.Read(GenesysJson.Default.ConversationMatches, $"POST {path}");
    }

    private static string Email(string conversation) => $"{Emails}/{Id(conversation)}";

    private static string Leg(string conversation, string participant) => $"{Email(conversation)}/participants/{Id(participant)}";

    private static string Id(string id) => Uri.EscapeDataString(id);

    private async Task<Answered<T>?> ReadAsync<T>(string name, string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var call = $"GET {name}";
        var answer = await http.GetAsync(call, path, cancellation);
        if (answer.Status == HttpStatusCode.NotFound) return null;
        return new(Checked(answer, call).Read(type, call), answer.Date);
    }

    private async Task ActAsync<T>(HttpMethod method, string name, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellation, bool repeatable = false)
    {
        var call = $"{method} {name}";
        var answer = await http.SendAsync(method, call, path, body, type, repeatable, cancellation);
        if (answer.Status == HttpStatusCode.NotFound) throw new ConflictException($"{call} answered 404: the conversation or this part of it is gone");
        Checked(answer, call);
    }

    private async Task<RawAnswer> DoAsync<T>(HttpMethod method, string name, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellation, bool repeatable = false)
    {
        var call = $"{method} {name}";
        return Checked(await http.SendAsync(method, call, path, body, type, repeatable, cancellation), call);
    }

    private static RawAnswer Checked(RawAnswer answer, string call) =>
        answer.IsSuccess ? answer : throw GenesysErrors.Of(call, answer.Status, answer.RetryAfter, answer.Body);
}
