using Connector.Host.Operations.Status;
using Connector.Storage.Rows;

namespace Connector.Host.Tests.Operations.Status;

public sealed class HostViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(14.9, true)]
    [InlineData(15, false)]
    [InlineData(3600, false)]
    public void Of_Heartbeat_IsAliveForFifteenSeconds(double age, bool alive)
    {
        var beat = new HostHeartbeat { Tenant = "default", Host = "h", At = Now.AddSeconds(-age) };

        Assert.Equal(alive, HostView.Of(beat, new Standing(Now)).Alive);
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
