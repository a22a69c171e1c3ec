using Connector.Runtime.Sweeps;
using Connector.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Sweeps;

public sealed class SweepScheduleTests
{
    [Fact]
    public async Task StartAsync_DatabaseIsAway_SaysSoLikeTheStore()
    {
        await using var schedule = new SweepSchedule(null!, "Host=127.0.0.1;Port=1;Username=x;Timeout=2", "connector-test", NullLogger<SweepSchedule>.Instance);
        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => schedule.StartAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("The schedule of the sweeps cannot be kept in PostgreSQL: ", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', away.Message);
    }
}
