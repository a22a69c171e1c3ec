using System.Collections.Immutable;
using System.Net.Mail;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Runtime.Settings;

/// <summary>Turns checked settings into the one value the rules look at.</summary>
public static class SetupFactory
{
    /// <param name="settings">Without faults.</param>
    /// <param name="capabilities">What each instance can do, as stored with it.</param>
    /// <param name="signingKeys">The first signs, all verify.</param>
    /// <param name="agents">All people who work with us.</param>
    /// <param name="catalogue">Wrap-up codes and their mappings; the built-in codes are always there.</param>
    public static Setup Create(
        ConnectorSettings settings,
        IReadOnlyDictionary<string, Capability> capabilities,
        IReadOnlyList<SigningKey> signingKeys,
        IEnumerable<Agent> agents,
        Catalogue? catalogue = null) => new()
        {
            Tenant = settings.Tenant,
            DefaultChannel = settings.DefaultChannel,
            Channels = settings.Channels.ToImmutableDictionary(c => c.Key, c => Channel(c.Key, c.Value, capabilities), StringComparer.OrdinalIgnoreCase),
            Capabilities = capabilities.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
            AgentsByAddress = agents.GroupBy(a => a.Address.ToLowerInvariant(), StringComparer.Ordinal).ToImmutableDictionary(a => a.Key, a => a.First()),
            Codes = catalogue?.Codes.Values.Where(c => c.IsActive).ToImmutableDictionary(c => c.Key, c => c.Label) ?? BuiltInCodes.All,
            CodeMap = catalogue is null ? CodeMap.Empty : new CodeMap(catalogue.Mappings.Values),
            AiReplyMatch = settings.Entitlements.AiReplyMatch,
            Signer = new TokenSigner(signingKeys),
        };

    private static Channel Channel(string id, ChannelSettings channel, IReadOnlyDictionary<string, Capability> capabilities)
    {
        _ = MailAddress.TryCreate(channel.From, out var from);
        return new()
        {
            Id = id,
            Type = channel.Type,
            Addresses = [.. channel.Addresses.Select(a => a.Trim().ToLowerInvariant())],
            FromName = from?.DisplayName ?? "",
            FromAddress = from?.Address ?? "",
            IntakeMode = channel.IntakeMode,
            ThreadIdPlace = channel.ThreadIdPlace,
            MailboxGroup = channel.MailboxGroup,
            Instance = channel.Route.Instance,
            Queue = channel.Route.Queue,
            RoutingSource = channel.Route.Source ?? SourceOf(capabilities.GetValueOrDefault(channel.Route.Instance)),
            Rules = channel.Rules,
        };
    }

    /// <summary>An instance whose offers agents answer here is a queue of ours; every other one is an external platform.</summary>
    private static RoutingSource SourceOf(Capability capability) =>
        capability.HasFlag(Capability.Offers) ? RoutingSource.AWA : RoutingSource.CCaaS;
}
