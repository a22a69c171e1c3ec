using Connector.Runtime.Inbox;

namespace Connector.Runtime.Tests.Inbox;

public sealed class OutagesTests
{
    [Fact]
    public void Begins_FailureAfterFailure_IsToldOnceUntilTheVendorIsBack()
    {
        var outages = new Outages();
        Assert.Null(outages.Ends("one"));
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(_ => outages.Begins("one")));
        Assert.True(outages.Begins("other"));
        Assert.Equal(3, outages.Ends("ONE"));
        Assert.Null(outages.Ends("one"));
        Assert.True(outages.Begins("one"));
    }
}
