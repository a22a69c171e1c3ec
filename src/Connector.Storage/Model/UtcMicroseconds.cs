using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Connector.Storage.Model;

/// <summary>Instants are stored as microseconds since 1970, UTC: whole numbers sort and compare alike everywhere.</summary>
public static class UtcMicroseconds
{
    public static long Of(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}

internal sealed class UtcMicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(t => UtcMicroseconds.Of(t), n => UtcMicroseconds.ToInstant(n));
