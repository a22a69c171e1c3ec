using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>All plugins found beside the host and in further folders. A broken one is listed with its reason; the others are there.</summary>
public sealed class PluginCatalog
{
    private PluginCatalog(ImmutableArray<FoundPlugin> plugins) => Plugins = plugins;

    /// <summary>In order of id.</summary>
    public ImmutableArray<FoundPlugin> Plugins { get; }

    /// <summary>The folder beside the host.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Loads what <c>Plugins</c> of the settings names: the default folder, <c>Plugins:Folders</c>, <c>Plugins:AllowedHashes</c>.</summary>
    public static PluginCatalog Load(IConfiguration configuration, ILogger<PluginCatalog> logger)
    {
        var section = configuration.GetSection("Plugins");
        return Load([DefaultFolder, .. Texts(section.GetSection("Folders")) ?? []], Texts(section.GetSection("AllowedHashes")), logger);
    }

    /// <summary>Loads every sub-folder of the folders; of two with one id the first is taken. Null hashes allow everything.</summary>
    public static PluginCatalog Load(IEnumerable<string> folders, IReadOnlyCollection<string>? allowedHashes, ILogger<PluginCatalog> logger)
    {
        var loader = new PluginLoader(allowedHashes?.ToHashSet(StringComparer.OrdinalIgnoreCase));
        var found = new SortedDictionary<string, FoundPlugin>(StringComparer.OrdinalIgnoreCase);
        var twins = new List<FoundPlugin>();
        foreach (var folder in folders.SelectMany(parent => SubFolders(parent, logger)))
        {
            var id = Path.GetFileName(folder);
            if (found.TryGetValue(id, out var first))
                twins.Add(new(id, folder, PluginState.Broken, $"a plugin of this id was already found in {first.Folder}"));
            else
                found.Add(id, loader.Load(folder));
        }

        ImmutableArray<FoundPlugin> all = [.. found.Values.Concat(twins).OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase)];
        foreach (var plugin in all)
            Log.PluginFound(logger, plugin.Id, plugin.State, plugin.Reason ?? "ready");
        return new(all);
    }

    /// <summary>The plugin of this id, whatever its state.</summary>
    public FoundPlugin? Find(string id) => Plugins.FirstOrDefault(p => p.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when nothing is given; an empty list is a list, and allows nothing.</summary>
    private static string[]? Texts(IConfigurationSection list)
    {
        string[] values = [.. list.GetChildren().Select(c => c.Value ?? "")];
        return values.Length > 0 || list.Value?.Length == 0 ? values : null;
    }

    private static IEnumerable<string> SubFolders(string parent, ILogger logger)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories(Path.GetFullPath(parent))
                    .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnreadable(logger, parent, e.Message);
            return [];
        }
    }
}
