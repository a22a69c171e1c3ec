using System.Globalization;
using Connector.Runtime.Clock;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Runtime.Hosting;

/// <summary>The clock's offset, kept in the store in microseconds.</summary>
internal sealed class StoredClockOffset(Store store) : IClockOffset
{
    private const string Key = "clock.offset";

    public async Task<TimeSpan?> ReadAsync(CancellationToken cancellation) =>
        await store.Settings.GetAsync(Key, cancellation) is { } text
            ? TimeSpan.FromMicroseconds(long.Parse(text, CultureInfo.InvariantCulture))
            : null;

    public Task WriteAsync(TimeSpan offset, Beside<TimeSpan>? beside, CancellationToken cancellation) =>
        store.Settings.SetAsync(Key, ((long)offset.TotalMicroseconds).ToString(CultureInfo.InvariantCulture), beside is null ? null : (_, fresh) => beside(offset, fresh), cancellation);
}
