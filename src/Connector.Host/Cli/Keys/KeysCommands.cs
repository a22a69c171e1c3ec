using System.CommandLine;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Keys;

namespace Connector.Host.Cli.Keys;

/// <summary><c>keys …</c>: keys of the API.</summary>
internal static class KeysCommands
{
    private static readonly Option<string> Role = new("--role") { Description = "Agent, LightAgent, Supervisor, ChannelManager, Administrator or Integration", Required = true, HelpName = "ROLE" };
    private static readonly Option<string?> Agent = new("--agent") { Description = "Whose key it is; needed for Agent and LightAgent", HelpName = "ID" };
    private static readonly Argument<string> Id = new("ID") { Description = "Key, as listed" };

    public static Command Create() => new Command("keys", "Keys of the HTTP interface, and the key that signs mail").With(
        new Command("add", "Make a key; it is shown this once").With(Role, Agent).Does(AddAsync),
        new Command("list", "All keys, without their secrets").Does(ListAsync),
        new Command("revoke", "Revoke a key").With(Id).Does(RevokeAsync),
        new Command("rotate", "Sign addresses and Message-IDs in mail with a new key; the one before stays accepted").Does(RotateAsync));

    private static async Task<int> AddAsync(Invocation call, CancellationToken cancellation)
    {
        var (role, agent) = (call.Get(Role), call.Get(Agent));
        var key = await WriteAccess.DoAsync(call, new Write<NewKey>(HttpMethod.Post, "admin/keys", new KeyRequest(role, agent), (by, c) => new KeyDesk(by).AddAsync(role, agent, c)), cancellation);
        return call.Print.Answer(key, (k, print) => print.Text(k.Key));
    }

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer((await store.Keys.ListAsync(cancellation)).Select(KeyView.Of).ToList(), (keys, print) => print.Table(new Table("key", "role", "agent", "created", "by", "revoked")
            .AddAll(keys, k => [k.Id, k.Role, k.Agent, k.CreatedAt, k.CreatedBy, k.RevokedAt])));
    }

    private static async Task<int> RotateAsync(Invocation call, CancellationToken cancellation)
    {
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Post, "admin/signing-keys/rotate", null, (by, c) => new KeyDesk(by).RotateAsync(c)), cancellation);
        return call.Print.Answer(result, Acts.Write);
    }

    private static async Task<int> RevokeAsync(Invocation call, CancellationToken cancellation)
    {
        var id = call.Get(Id);
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Delete, $"admin/keys/{Uri.EscapeDataString(id)}", null, (by, c) => new KeyDesk(by).RevokeAsync(id, c)), cancellation);
        return call.Print.Answer(result, Acts.Write);
    }
}
