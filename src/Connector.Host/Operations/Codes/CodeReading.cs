using Connector.Engine.Codes;
using Connector.Runtime.Settings;
using Connector.Storage;

namespace Connector.Host.Operations.Codes;

/// <summary>Reads our list. Reads only.</summary>
internal sealed class CodeReading(Store store, ConnectorSettings settings)
{
    /// <param name="instance">Only codes that are mapped there.</param>
    public async Task<IReadOnlyList<CodeView>> ListAsync(CodeState? state, string? instance, CancellationToken cancellation)
    {
        if (instance is not null) instance = InstanceOf(instance);
        var catalogue = await store.Codes.ReadAsync(null, cancellation);
        var defaults = settings.Channels.Values.Select(c => c.Rules.DefaultWrapUpCode).Append(settings.Rules.DefaultWrapUpCode).ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.Codes.Values.Where(c => state is null || c.State == state).Select(c => CodeView.Of(c, catalogue, defaults))
            .Where(c => instance is null || c.Mappings.Any(m => m.Instance == instance))];
    }

    public async Task<IReadOnlyList<MappingView>> MappingsAsync(CancellationToken cancellation) =>
        [.. (await store.Codes.ReadAsync(null, cancellation)).Mappings.Values.Select(MappingView.Of).OrderBy(m => m.Instance, StringComparer.Ordinal).ThenBy(m => m.Queue, StringComparer.Ordinal).ThenBy(m => m.Code, StringComparer.Ordinal)];

    private string InstanceOf(string id) => settings.Instances.Keys.FirstOrDefault(i => i.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw OperationRefusedException.NoSuch("instance", id, settings.Instances.Keys);
}
