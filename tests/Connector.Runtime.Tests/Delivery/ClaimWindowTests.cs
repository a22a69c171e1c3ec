using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

public sealed class ClaimWindowTests
{
    private readonly ClaimWindow _window = new(32, 256, unstored: 100);

    private int After(double milliseconds)
    {
        _window.Called(TimeSpan.FromMilliseconds(milliseconds));
        _window.Room(0, 0);
        return _window.Size;
    }

    [Fact]
    public void Size_CalledAtOnce_DoublesUpToTheMost() => Assert.Equal([64, 128, 256, 256], Enumerable.Range(0, 4).Select(_ => After(5)));

    [Fact]
    public void Size_OneHadToWait_HalvesDownToTheLeast()
    {
        for (var n = 0; n < 3; n++) After(5);
        Assert.Equal([128, 64, 32, 32], Enumerable.Range(0, 4).Select(_ => After(500)));
    }

    [Fact]
    public void Size_NothingCalledOrNeitherSoonNorLate_Stays()
    {
        After(5);
        _window.Room(0, 0);
        Assert.Equal(64, _window.Size);
        Assert.Equal(64, After(200));
    }

    [Fact]
    public void Shrink_Grown_IsTheLeastAgain()
    {
        After(5);
        _window.Shrink();
        Assert.Equal(32, _window.Size);
    }

    [Fact]
    public void Room_EnoughWaitToBeCalled_IsNone() => Assert.Equal([32, 16, 0], new[] { 0, 16, 17 }.Select(ahead => _window.Room(ahead, ahead)));

    [Fact]
    public void Room_ResultsWaitForTheStore_IsNoneUntilTheyAreStored() => Assert.Equal([0, 32], new[] { 133, 132 }.Select(held => _window.Room(0, held)));
}
