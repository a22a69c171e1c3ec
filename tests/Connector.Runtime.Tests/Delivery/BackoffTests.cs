using Connector.Runtime.Delivery;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Runtime.Tests.Delivery;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(11, 600)]
    [InlineData(100, 600)]
    public void Wait_WithoutSpread_DoublesUpToTenMinutes(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Wait(attempt, 0));

    [Fact]
    public void Wait_AnyRow_StaysWithinAFifthOfThePlainWaitAndIsTheSameAgain() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<PositiveInt>(),
        (key, attempt) =>
        {
            var spread = Backoff.SpreadOf(key.Get, attempt.Get);
            var wait = Backoff.Wait(attempt.Get, spread);
            return wait >= Backoff.Wait(attempt.Get, 0) && wait <= Backoff.Wait(attempt.Get, 0) * 1.2 && Backoff.SpreadOf(key.Get, attempt.Get) == spread;
        }).QuickCheckThrowOnFailure();
}
