using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Connector.Runtime.Settings;

/// <summary>Periods as people write them: <c>500ms</c>, <c>30s</c>, <c>2m</c>, <c>12h</c>, <c>5d</c>, or a .NET TimeSpan (<c>00:02:00</c>).</summary>
public static class Period
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
        ("d", TimeSpan.TicksPerDay),
    ];

    /// <summary>Reads a period; throws <see cref="FormatException"/> with the forms allowed.</summary>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period: write 30s, 2m, 12h, 5d or 00:02:00.");

    /// <summary>Reads a period. A bare number is refused: its unit would be a guess.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan period)
    {
        period = default;
        var trimmed = text.AsSpan().Trim();
        foreach (var (unit, ticks) in Units)
        {
            if (trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && TryScale(trimmed[..^unit.Length], ticks, out period))
                return true;
        }

        return trimmed.Contains(':') && TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out period);
    }

    /// <summary>The shortest exact form: <c>90s</c>, <c>2m</c>, <c>5d</c>.</summary>
    public static string Format(TimeSpan period)
    {
        for (var i = Units.Length - 1; i >= 0; i--)
        {
            if (period.Ticks % Units[i].Ticks == 0 && (period != TimeSpan.Zero || Units[i].Unit == "s"))
                return $"{period.Ticks / Units[i].Ticks}{Units[i].Unit}";
        }

        return period.ToString("c", CultureInfo.InvariantCulture);
    }

    private static bool TryScale(ReadOnlySpan<char> number, long ticks, out TimeSpan period)
    {
        period = default;
        if (!decimal.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            return false;
        if (Math.Abs(count) > (decimal)TimeSpan.MaxValue.Ticks / ticks)
            return false;
        period = TimeSpan.FromTicks((long)(count * ticks));
        return true;
    }
}
