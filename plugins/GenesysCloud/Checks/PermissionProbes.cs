using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Checks;

/// <summary>
/// Each permission on its own. Reading is tried; writing is tried on a conversation, queue or code that does not exist, so that nothing can come of it: what
/// the vendor answers then says whether it would have let us.
/// </summary>
internal sealed class PermissionProbes(IGenesysApi api, GenesysCloudOptions options)
{
    /// <summary>An id nobody has.</summary>
    public const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IEnumerable<PermissionProbe> All => options.ProbeWrites ? [.. Reads, .. Writes] : Reads;

    private IEnumerable<PermissionProbe> Reads =>
    [
        new("routing:queue:view", "queues and their members", async c => await api.QueuesAsync(1, 100, c)),
        new("routing:wrapupCode:view", "the list of wrap-up codes", async c => await api.CodesAsync(1, 100, c)),
        new("conversation:communication:view", "state of conversations", async c => await api.EmailAsync(Nobody, c)),
        new("analytics:conversationDetail:view", "finding work whose answer was lost", async c => await api.SearchAsync(NothingFound, c)),
    ];

    private IEnumerable<PermissionProbe> Writes =>
    [
        new("conversation:email:create", "putting mail into a queue", c => api.CreateEmailAsync(new() { Provider = options.Provider, QueueId = Nobody, Attributes = NoWork }, c)),
        new("conversation:communication:blindTransfer", "handing over", c => api.ReplaceAsync(Nobody, Nobody, new("Unattended", Nobody, null), c)),
        new("conversation:email:assign", "giving a mail to an agent", c => api.AssignAsync(Nobody, new(Nobody), c)),
        new("conversation:email:park", "hold and resume", c => api.ParkAsync(Nobody, Nobody, new("parked"), c)),
        new("conversation:participant:wrapup", "wrap-up codes of agents", c => api.WrapUpAsync(Nobody, Nobody, Nobody, new(Nobody, null), c)),
        new("conversation:communication:disconnect", "ending mail", c => api.ChangeEmailAsync(Nobody, new("disconnected"), c)),
        new("routing:wrapupCode:add", "adding codes", c => api.AddCodeAsync(new("", null, null), c)),
        new("routing:wrapupCode:edit", "renaming codes", async c => await api.ChangeCodeAsync(Nobody, new("never used", null, null), c)),
        new("routing:queue:edit", "offering codes in queues", async c => await api.DetachCodeAsync(Nobody, Nobody, c)),
    ];

    private static IReadOnlyDictionary<string, string> NoWork => Mapping.Marks.Of("check", new() { InteractionId = "check", Round = 1, Queue = Nobody, ChannelType = ChannelType.Email, WaitingSince = LongAgo });

    private static ConversationQuery NothingFound =>
        new("2020-01-01T00:00:00.000Z/2020-01-01T00:01:00.000Z", "desc", "conversationStart", new(1, 1), [new("and", [new("mediaType", "email")])]);
}

/// <summary>A permission, what it is for, and a call that needs it.</summary>
internal sealed record PermissionProbe(string Permission, string For, Func<CancellationToken, Task> Call)
{
    /// <summary>Whatever the vendor says but no is a yes: the call names nothing that exists.</summary>
    public async Task<Probe> AskAsync(CancellationToken cancellation)
    {
        try
        {
            await Call(cancellation);
            return new($"permission {Permission}", true, For);
        }
        catch (UnauthorizedException e)
        {
            return new($"permission {Permission}", false, $"missing, needed for {For}: {e.Message}", $"give the OAuth client a role with {Permission}, in the division of its queues");
        }
        catch (AdapterException e) when (e is RejectedException or ConflictException)
        {
            return new($"permission {Permission}", true, $"{For} (refused for its made-up id, as it should be)");
        }
        catch (AdapterException e)
        {
            return new($"permission {Permission}", false, $"could not be asked: {e.Message}", "try again");
        }
    }
}
