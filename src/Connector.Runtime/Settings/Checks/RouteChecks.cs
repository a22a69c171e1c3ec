using System.Text.Json.Nodes;
using Connector.Engine.Codes;
using Connector.Runtime.Settings.Binding;

namespace Connector.Runtime.Settings.Checks;

/// <summary>Instances, and that each channel's work has somewhere to go.</summary>
internal static class RouteChecks
{
    public static IEnumerable<SettingFault> Of(ConnectorSettings settings) =>
    [
        .. settings.Instances.SelectMany(i => Instance($"Instances:{i.Key}", i.Key, i.Value)),
        .. Default(settings),
        .. settings.Channels.SelectMany(c => Route($"Channels:{c.Key}:Route", c.Value.Route, settings)),
    ];

    private static IEnumerable<SettingFault> Default(ConnectorSettings settings)
    {
        if (settings.DefaultChannel is { } named && !settings.Channels.ContainsKey(named)) yield return new("DefaultChannel", "must be one of Channels", named, Known(named, settings.Channels.Keys));
    }

    private static IEnumerable<SettingFault> Instance(string key, string id, InstanceSettings instance)
    {
        if (!ChannelChecks.Id().IsMatch(id))
            yield return new(key, "an id is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit", id);
        if (!ChannelChecks.Id().IsMatch(instance.Plugin))
            yield return new($"{key}:Plugin", "must name a plugin", instance.Plugin, "plugins list shows those there are");
        foreach (var (vendor, _) in instance.Agents.Where(a => string.IsNullOrWhiteSpace(a.Value)))
            yield return new($"{key}:Agents:{vendor}", "must be the id of an agent", "");
        foreach (var (code, vendor) in instance.Codes)
        {
            if (CodeKeys.Fault(code, null, null) is { } fault) yield return new($"{key}:Codes:{code}", $"must be the key of a code of ours: {fault["key: ".Length..]}", code);
            if (string.IsNullOrWhiteSpace(vendor)) yield return new($"{key}:Codes:{code}", "must be the vendor's id or name of the code", "");
        }
    }

    private static IEnumerable<SettingFault> Route(string key, RouteSettings route, ConnectorSettings settings)
    {
        if (route.Instance.Length == 0 || !settings.Instances.TryGetValue(route.Instance, out var instance))
            yield return new($"{key}:Instance", "must be one of Instances", route.Instance, Known(route.Instance, settings.Instances.Keys));
        else if (!instance.Enabled)
            yield return new($"{key}:Instance", "this instance is not enabled", route.Instance, $"set Instances:{route.Instance}:Enabled to true, or route elsewhere");
        else if (Queues(instance) is { } queues && !queues.Contains(route.Queue, StringComparer.OrdinalIgnoreCase))
            yield return new($"{key}:Queue", $"must be a queue of instance '{route.Instance}'", route.Queue, Known(route.Queue, queues));
        if (string.IsNullOrWhiteSpace(route.Queue))
            yield return new($"{key}:Queue", "must name a queue", route.Queue);
    }

    /// <summary>Ids under <c>Options:Queues</c>; null when the options list none.</summary>
    private static List<string>? Queues(InstanceSettings instance) =>
        instance.Options["Queues"] switch
        {
            JsonArray list => [.. list.Select(Id).OfType<string>()],
            JsonObject numbered => [.. numbered.Select(q => Id(q.Value)).OfType<string>()],
            _ => null,
        };

    private static string? Id(JsonNode? queue) => (queue as JsonObject)?["Id"]?.ToString() ?? (queue as JsonValue)?.ToString();

    private static string Known(string written, IEnumerable<string> known) =>
        Spelling.Nearest(written, known) is { } near ? $"did you mean {near}?" : $"there are: {string.Join(", ", known)}";
}
