using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Contacts;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Settings;
using Connector.Storage;

namespace Connector.Runtime.Hosting;

/// <summary>Holds the one value the rules look at, and makes a new one when instances change what they can do, or administrators the codes.</summary>
public sealed class SetupBoard
{
    private readonly ConnectorSettings _settings;
    private readonly PluginCatalog _catalog;
    private readonly Lock _gate = new();
    private IReadOnlyList<SigningKey> _keys;
    private readonly IReadOnlyList<Person> _people;
    private ImmutableDictionary<string, Capability> _capabilities;
    private Catalogue? _catalogue;
    private long _codesMark = -1;
    private ImmutableHashSet<string> _away = [];
    private volatile Setup _now;

    /// <param name="stored">Capability snapshots as stored with the instances; an instance never started yet is trusted to route.</param>
    public SetupBoard(ConnectorSettings settings, PluginCatalog catalog, IReadOnlyList<SigningKey> keys, IReadOnlyDictionary<string, Capability> stored, IReadOnlyList<Person> people)
    {
        (_settings, _catalog, _keys, _people) = (settings, catalog, keys, people);
        _capabilities = settings.Instances.Keys.ToImmutableDictionary(i => i, i => stored.GetValueOrDefault(i, Capability.RouteWork), StringComparer.OrdinalIgnoreCase);
        _now = Make();
    }

    public Setup Now => _now;

    /// <summary>The instance was started and can do this.</summary>
    public void Set(string instance, Capability capability)
    {
        lock (_gate)
        {
            if (_capabilities.GetValueOrDefault(instance) == capability) return;
            _capabilities = _capabilities.SetItem(instance, capability);
            _now = Make();
        }
    }

    /// <summary>Takes up codes and mappings when they are others than those known.</summary>
    public async Task TakeUpCodesAsync(Store store, CancellationToken cancellation)
    {
        var mark = await store.Codes.MarkAsync(cancellation);
        if (mark == _codesMark) return;
        var catalogue = await store.Codes.ReadAsync(null, cancellation);
        lock (_gate)
        {
            (_catalogue, _codesMark) = (catalogue, mark);
            _now = Make();
        }
    }

    /// <summary>Takes up another signing key, whichever host it was made on.</summary>
    public async Task TakeUpKeysAsync(Store store, CancellationToken cancellation)
    {
        var keys = await store.Keys.SigningKeysAsync(default, cancellation);
        lock (_gate)
        {
            if (keys.Select(k => k.Id).SequenceEqual(_keys.Select(k => k.Id))) return;
            _keys = keys;
            _now = Make();
        }
    }

    /// <summary>Takes up who is away when it has changed, on whichever host they said so.</summary>
    public async Task TakeUpPresenceAsync(Store store, CancellationToken cancellation)
    {
        var away = AwayAgents.Read(await store.Settings.GetAsync(AwayAgents.Key, cancellation));
        lock (_gate)
        {
            if (away.SetEquals(_away)) return;
            _away = away;
            _now = Make();
        }
    }

    private Setup Make()
    {
        var setup = SetupFactory.Create(_settings, _capabilities, _keys, Stored().Concat(Agents()), _catalogue);
        return setup with
        {
            Channels = setup.Channels.ToImmutableDictionary(c => c.Key, c => Routed(c.Value), StringComparer.OrdinalIgnoreCase),
            TrustedAuthServers = _settings.Mail.TrustedAuthServers,
            PublicUrl = _settings.Api.PublicUrl,
            Away = _away,
        };
    }

    /// <summary>Who routes is said by the plugin, whether or not it runs just now.</summary>
    private Channel Routed(Channel channel) =>
        _settings.Channels[channel.Id].Route.Source is null
        && _settings.Instances.TryGetValue(channel.Instance, out var instance)
        && _catalog.Find(instance.Plugin)?.Manifest is { } manifest
            ? channel with { RoutingSource = Enum.Parse<Engine.Interactions.RoutingSource>(manifest.RoutingSource.ToString(), ignoreCase: true) }
            : channel;

    private IEnumerable<Agent> Stored() => _people.Select(p => new Agent(p.Key, p.Address, p.Role ?? AgentRole.Agent));

    /// <summary>People named with their address in the options of any instance are ours.</summary>
    private IEnumerable<Agent> Agents() =>
        from instance in _settings.Instances.Values
        from entry in Entries(instance.Options["Agents"])
        let id = entry?["Id"]?.GetValue<string>()
        let address = entry?["Email"]?.GetValue<string>()
        where id is not null && address is not null
        select new Agent(id, address.ToLowerInvariant(), AgentRole.Agent);

    /// <summary>A list as a file has it, or numbered as the environment gives it.</summary>
    private static IEnumerable<JsonNode?> Entries(JsonNode? list) => list switch
    {
        JsonArray array => array,
        JsonObject numbered => numbered.Select(e => e.Value),
        _ => [],
    };
}
