using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>One organisation behind the contract's interfaces: life, and finding one's way in a conversation. Each capability is in a file beside it.</summary>
internal sealed partial class GenesysCloudAdapter : IAdapter
{
    private readonly GenesysCloudOptions _options;
    private readonly IAdapterHost _host;
    private readonly HttpClient _apiClient;
    private readonly HttpClient _loginClient;
    private readonly GenesysLogin _login;
    private readonly IAccessTokens _tokens;
    private readonly GenesysApi _api;
    private readonly VendorDirectory _directory;
    private readonly ConversationStore _store;
    private readonly Conversations _conversations;

    public GenesysCloudAdapter(GenesysCloudOptions options, IAdapterHost host)
    {
        (_options, _host) = (options, host);
        var budget = new HttpBudget(options.CallsPerMinute, options.Timeout);
        _apiClient = host.Http(GenesysCloudOptionsRules.Api(options), budget);
        _loginClient = host.Http(GenesysCloudOptionsRules.Login(options), budget);
        _login = new(_loginClient, options.ClientId, options.ClientSecret);
        _tokens = host.Tokens(_login.FetchAsync);
        _api = new(new(_apiClient, _tokens));
        _directory = new(_api, host.Agents, options, host.MachineTime);
        _store = new(host.State, () => host.Now, options.KeepFinished);
        _conversations = new(_api, _directory, _store, host, options);
    }

    /// <summary>Making work is searched for before it is repeated. Everything else looks at the conversation first and writes only what is not so yet.</summary>
    public Repeat RepeatOf(WorkOperation operation) => operation switch
    {
        WorkOperation.Route => new(RepeatKind.ReadBack, _options.SearchableWithin),
        WorkOperation.Transfer or WorkOperation.SetWrapUp => new(RepeatKind.ReadBack, _options.VisibleWithin),
        _ => Repeat.Safe,
    };

    /// <summary>Wrong credentials show at once.</summary>
    public async ValueTask StartAsync(CancellationToken cancellation)
    {
        await _tokens.GetAsync(cancellation);
        Log.Started(_host.Logger, _host.Instance, (await _store.ListAsync(cancellation)).Count(c => !c.Document.Finished));
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        _apiClient.Dispose();
        _loginClient.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The conversation an act is about; one that is gone is a conflict.</summary>
    private async ValueTask<EmailConversation> PresentAsync(string conversation, CancellationToken cancellation) =>
        (await _api.EmailAsync(conversation, cancellation))?.Body ?? throw Over(conversation);

    private static ConflictException Over(string conversation) => new($"conversation {conversation} is over or was never there");

    /// <summary>The vendor's user behind our agent.</summary>
    private async ValueTask<string> UserAsync(string agent, CancellationToken cancellation) =>
        await _directory.VendorIdAsync(agent, cancellation)
        ?? throw new RejectedException($"agent '{agent}' is no member of a queue of instance '{_host.Instance}': give the agent the vendor's mail address, or name the vendor's id under Instances:{_host.Instance}:Agents");

    /// <summary>The leg the work's agent has now; without an agent, the leg of whoever has it.</summary>
    private async ValueTask<EmailParticipant> OwnersLegAsync(EmailConversation conversation, WorkRef work, CancellationToken cancellation)
    {
        var user = work.Agent is { } agent ? await UserAsync(agent, cancellation) : null;
        return (conversation.Participants ?? []).Where(leg => leg.IsOwner() && (user is null || leg.User?.Id == user)).Newest()
            ?? throw new ConflictException($"agent '{work.Agent}' does not have conversation {work.ExternalId}");
    }
}
