using Connector.Contracts;
using Connector.Engine.Settings;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>Our agents and one vendor's: what the settings name counts first, then the address.</summary>
public sealed class AgentNames(ConfiguredInstance settings, Func<Setup> setup) : IAgentNames
{
    /// <inheritdoc/>
    public string OursOf(string vendorId, string? email) =>
        settings.Agents.TryGetValue(vendorId, out var named) ? named
        : email is { Length: > 0 } address ? setup().AgentsByAddress.GetValueOrDefault(address.ToLowerInvariant())?.Id ?? address.ToLowerInvariant()
        : vendorId;

    /// <inheritdoc/>
    public string? VendorIdOf(string agent) => settings.Agents.FirstOrDefault(a => a.Value == agent).Key;

    /// <inheritdoc/>
    public string? EmailOf(string agent) =>
        setup().AgentsByAddress.Values.FirstOrDefault(a => a.Id == agent)?.Address ?? (agent.Contains('@') ? agent : null);
}
