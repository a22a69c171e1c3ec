using System.Collections.Frozen;

namespace Connector.Engine.Codes;

/// <summary>The mappings as pure look-ups. A queue's own mapping counts before that for all queues of the instance.</summary>
public sealed class CodeMap
{
    public static readonly CodeMap Empty = new([]);

    private readonly FrozenDictionary<(string Instance, string Queue, string VendorId), string> _codes;
    private readonly FrozenDictionary<(string Instance, string Queue, string Code), string> _vendorIds;

    /// <param name="mappings">Those that hold.</param>
    public CodeMap(IEnumerable<CodeMapping> mappings)
    {
        All = [.. mappings.Where(m => m.EndedAt is null)];
        _codes = All.ToFrozenDictionary(m => (Key(m.Instance), m.Queue, m.VendorId), m => m.Code);
        _vendorIds = All.ToFrozenDictionary(m => (Key(m.Instance), m.Queue, m.Code), m => m.VendorId);
    }

    public IReadOnlyList<CodeMapping> All { get; }

    /// <summary>The vendor's id of our code; null: it is not mapped.</summary>
    public string? VendorIdOf(string instance, string queue, string code) =>
        _vendorIds.GetValueOrDefault((Key(instance), queue, code)) ?? _vendorIds.GetValueOrDefault((Key(instance), "", code));

    /// <summary>Our key of the vendor's code; null: it is not mapped.</summary>
    public string? CodeOf(string instance, string queue, string vendorId) =>
        _codes.GetValueOrDefault((Key(instance), queue, vendorId)) ?? _codes.GetValueOrDefault((Key(instance), "", vendorId));

    /// <summary>Why a call with this code cannot be made.</summary>
    public static string Missing(string instance, string queue, string code) => $"code '{code}' is not mapped for instance '{instance}' (queue '{queue}')";

    private static string Key(string instance) => instance.ToLowerInvariant();
}
