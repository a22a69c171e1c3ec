using Connector.Runtime.Hosting;
using Connector.Runtime.Tests.Clock;

namespace Connector.Runtime.Tests.Hosting;

public sealed class TroubleTests
{
    private readonly ManualTime _machine = new();

    [Fact]
    public void Met_TheSameAgain_IsToldOnceAMinute()
    {
        var trouble = new Trouble(_machine);
        var told = 0;
        for (var second = 0; second < 150; second++, _machine.Advance(TimeSpan.FromSeconds(1)))
            if (trouble.Met(new TimeoutException())) told++;

        Assert.Equal(3, told);
    }

    [Fact]
    public void Met_AnotherKindOrAfterAGoodTurn_IsNews()
    {
        var trouble = new Trouble(_machine);

        Assert.True(trouble.Met(new TimeoutException()));
        Assert.True(trouble.Met(new IOException()));
        Assert.False(trouble.Met(new IOException()));
        trouble.Over();
        Assert.True(trouble.Met(new IOException()));
    }
}
