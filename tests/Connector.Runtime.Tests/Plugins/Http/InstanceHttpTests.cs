using Connector.Contracts;
using Connector.Runtime.Plugins.Http;

namespace Connector.Runtime.Tests.Plugins.Http;

public sealed class InstanceHttpTests
{
    private static readonly Uri Vendor = new("http://127.0.0.1:9/");

    [Fact]
    public void Share_SeveralHostsOnOneStore_KeepTogetherToWhatTheVendorAllows()
    {
        using var way = new InstanceHttp("x", TimeProvider.System);
        way.Share(3);
        using var client = way.Client(Vendor, new HttpBudget(300, TimeSpan.FromSeconds(5)));
        Assert.Equal(100, way.Standing!.PerMinute);
        Assert.Equal(300, way.Share(1).Standing!.PerMinute);
        using var again = way.Renewed().Share(2).Client(Vendor, new HttpBudget(100, TimeSpan.FromSeconds(5)));
        Assert.Equal(50, way.Standing!.PerMinute);
    }
}
