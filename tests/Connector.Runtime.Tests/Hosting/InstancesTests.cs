using Connector.Runtime.Tests.Kit;

namespace Connector.Runtime.Tests.Hosting;

public sealed class InstancesTests
{
    [Fact]
    public async Task Check_RunningInstance_ReportsEachProbeOnItsOwn()
    {
        await using var world = await World.OpenAsync();
        var probes = await world.App.Instances.Find("awa")!.CheckAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["state", "queue support"], probes.Select(p => p.Name));
        Assert.All(probes, p => Assert.True(p.Ok, p.Detail));
    }
}
