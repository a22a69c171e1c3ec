using System.Reflection;
using System.Runtime.Loader;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>
/// A plugin's own world: its private libraries, whatever their version, come from its folder. The contract and what the contract's references
/// close over come from the host, or an adapter would not be recognised by its interfaces. Lives as long as the process.
/// </summary>
internal sealed class PluginLoadContext(string id, string assemblyPath) : AssemblyLoadContext($"plugin {id}")
{
    private static readonly Lazy<HashSet<string>> Shared = new(() => Closure(typeof(IAdapter).Assembly));
    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null || Shared.Value.Contains(assemblyName.Name))
            return null;
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;

    private static HashSet<string> Closure(Assembly root)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<Assembly>([root]);
        while (open.TryDequeue(out var assembly))
        {
            if (!names.Add(assembly.GetName().Name!))
                continue;
            foreach (var reference in assembly.GetReferencedAssemblies())
                open.Enqueue(Default.LoadFromAssemblyName(reference));
        }

        return names;
    }
}
