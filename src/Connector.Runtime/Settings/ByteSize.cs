using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Connector.Runtime.Settings;

/// <summary>A number of bytes as people write it: <c>25MB</c>, <c>512 KB</c>, <c>1GB</c>; units of 1024.</summary>
public readonly record struct ByteSize(long Bytes)
{
    private static readonly (string Unit, long Bytes)[] Units = [("GB", 1L << 30), ("MB", 1L << 20), ("KB", 1L << 10), ("B", 1)];

    public static ByteSize Megabytes(int count) => new((long)count << 20);

    /// <summary>A bare number is refused: its unit would be a guess.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ByteSize size)
    {
        var trimmed = text.AsSpan().Trim();
        foreach (var (unit, bytes) in Units)
        {
            if (!trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            var known = decimal.TryParse(trimmed[..^unit.Length].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                && count <= long.MaxValue / bytes;
            size = new(known ? (long)(count * bytes) : 0);
            return known;
        }
        size = default;
        return false;
    }

    /// <summary>The shortest exact form.</summary>
    public override string ToString()
    {
        var bytes = Bytes;
        var (unit, scale) = Units.First(u => bytes != 0 && bytes % u.Bytes == 0 || u.Bytes == 1);
        return $"{bytes / scale}{unit}";
    }
}
