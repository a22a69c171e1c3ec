using System.Collections.Immutable;
using System.Reflection;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>Takes one folder from manifest to entry point. Nothing a folder holds can make it throw.</summary>
internal sealed class PluginLoader(IReadOnlySet<string>? allowedHashes)
{
    public FoundPlugin Load(string folder)
    {
        var id = Path.GetFileName(folder);
        var (manifest, faults) = ManifestReader.Read(folder);
        if (manifest is null)
            return new(id, folder, PluginState.Broken, string.Join("; ", faults));
        if (!Fits(manifest.Contract))
            return new(id, folder, PluginState.Incompatible, ContractReason(manifest.Contract)) { Manifest = manifest };
        try
        {
            return Refusal(folder) is { } reason
                ? new(id, folder, PluginState.Broken, reason) { Manifest = manifest, IsRefused = true }
                : Open(folder, manifest);
        }
        catch (Exception e)
        {
            return new(id, folder, PluginState.Broken, LoadFailure.Describe(e)) { Manifest = manifest };
        }
    }

    private static bool Fits(Version contract) => contract.Major == ContractVersion.Major && contract.Minor <= ContractVersion.Minor;

    private static string ContractReason(Version contract) =>
        $"built for contract {contract.ToString(2)}; this host has {ContractVersion.Major}.{ContractVersion.Minor} and takes "
        + $"{ContractVersion.Major}.0 to {ContractVersion.Major}.{ContractVersion.Minor}";

    private string? Refusal(string folder)
    {
        if (allowedHashes is null)
            return null;
        var hash = FolderHash.Of(folder);
        return allowedHashes.Contains(hash) ? null : $"the hash of its files, {hash}, is not in Plugins:AllowedHashes";
    }

    private static FoundPlugin Open(string folder, PluginManifest manifest)
    {
        var path = Path.Combine(folder, manifest.Assembly);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{manifest.Assembly} is not in the folder");
        var context = new PluginLoadContext(manifest.Id, path);
        var assembly = context.LoadFromAssemblyPath(path);
        // A plugin that does not fit the contract, or lacks a library, shows it here and not in the middle of a call.
        foreach (var reference in assembly.GetReferencedAssemblies())
            context.LoadFromAssemblyName(reference);
        var types = assembly.GetTypes();
        var type = assembly.GetType(manifest.Type)
            ?? throw new InvalidOperationException($"type '{manifest.Type}' is not in {manifest.Assembly}");
        var entry = PluginEntry.Of(Activator.CreateInstance(type)!);
        return new(manifest.Id, folder, PluginState.Loaded, null) { Manifest = manifest, Entry = entry, Capabilities = Capabilities(types) };
    }

    private static ImmutableArray<string> Capabilities(Type[] types) =>
    [
        .. types.Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IAdapter)))
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.Assembly == typeof(IAdapter).Assembly && i.Namespace == typeof(IAdapter).Namespace && i != typeof(IAdapter))
            .Select(i => i.Name[1..])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
