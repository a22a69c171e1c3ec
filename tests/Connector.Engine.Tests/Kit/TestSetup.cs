using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Kit;

/// <summary>
/// A small contact center. Channels: <c>support</c> and <c>sales</c> on the built-in queue, <c>cases</c> with CaseFirst, <c>remote</c> on an external
/// platform that keeps codes and transfers, <c>island</c> in a mailbox group of its own. Agents: ann, bob, lily (light), sue (supervisor).
/// </summary>
internal static class TestSetup
{
    public const string BuiltIn = "awa";
    public const string External = "cloud";
    public const string TrustedServer = "mx.example.org";

    private const Capability Queue = Capability.RouteWork | Capability.EndConversation | Capability.Hold | Capability.ReadItem | Capability.Offers;
    private const Capability Platform = Capability.RouteWork | Capability.EndConversation | Capability.EndClosed | Capability.Hold | Capability.Transfer | Capability.WrapUp | Capability.LaterMail;

    public static readonly SigningKey Key = new('b', [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static Setup Create(Func<Rules, Rules>? rules = null, Func<Channel, Channel>? channel = null)
    {
        var shared = (rules ?? (r => r))(new Rules());
        Channel[] channels =
        [
            Mailbox("support", BuiltIn),
            Mailbox("sales", BuiltIn),
            Mailbox("cases", BuiltIn) with { IntakeMode = IntakeMode.CaseFirst },
            Mailbox("remote", External) with { RoutingSource = RoutingSource.CCaaS },
            Mailbox("island", BuiltIn) with { MailboxGroup = "island" },
        ];
        return new Setup
        {
            Tenant = "default",
            Channels = channels.Select(c => (channel ?? (x => x))(c with { Rules = shared })).ToImmutableDictionary(c => c.Id),
            Capabilities = ImmutableDictionary<string, Capability>.Empty.Add(BuiltIn, Queue).Add(External, Platform),
            AgentsByAddress = Agents.ToImmutableDictionary(a => a.Address),
            TrustedAuthServers = [TrustedServer],
            Signer = new TokenSigner([Key]),
        };
    }

    public static IReadOnlyList<Agent> Agents { get; } =
    [
        new("ann", "ann@staff.example.org", AgentRole.Agent),
        new("bob", "bob@staff.example.org", AgentRole.Agent),
        new("lily", "lily@staff.example.org", AgentRole.LightAgent),
        new("sue", "sue@staff.example.org", AgentRole.Supervisor),
    ];

    public static AgentRole RoleOf(string agent) => Agents.First(a => a.Id == agent).Role;

    private static Channel Mailbox(string id, string instance) => new()
    {
        Id = id,
        Addresses = [$"{id}@example.org"],
        FromName = "Help",
        FromAddress = $"{id}@example.org",
        Instance = instance,
        Queue = id,
    };
}
