using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Delivery;
using Connector.Runtime.Smtp;

namespace Connector.Runtime.Tests.Delivery;

public sealed class CallOutcomeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Rejected_IsADeadLetterAtOnce() =>
        Assert.Equal(new CallResult.Failed("no such queue"), CallOutcome.Of(new RejectedException("no such queue"), Row(1), Now));

    [Fact]
    public void Of_RefusedByTheMailServer_IsADeadLetterAtOnce() =>
        Assert.IsType<CallResult.Failed>(CallOutcome.Of(new SmtpRefusedException("refused"), Row(1), Now));

    [Fact]
    public void Of_Throttled_WaitsAsLongAsTheVendorAsks() =>
        Assert.Equal(new CallResult.Later("slow down", Now.AddSeconds(42)), CallOutcome.Of(new ThrottledException("slow down", TimeSpan.FromSeconds(42)), Row(1), Now));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Of_Unavailable_BacksOff(int attempts)
    {
        var later = Assert.IsType<CallResult.Later>(CallOutcome.Of(new UnavailableException("gone"), Row(attempts), Now));
        Assert.InRange(later.At - Now, Backoff.Wait(attempts, 0), Backoff.Wait(attempts, 1));
    }

    [Fact]
    public void Of_UnavailableForTooLong_IsADeadLetterThatSaysHowOften() =>
        Assert.Contains("100 attempts", Assert.IsType<CallResult.Failed>(CallOutcome.Of(new UnavailableException("gone"), Row(Backoff.MaxAttempts), Now)).Error, StringComparison.Ordinal);

    private static OutboxRow Row(int attempts) => new()
    {
        Id = 7, Tenant = "t", InteractionId = 1, Destination = "awa", LaneVersion = 1, Operation = "Hold", Payload = "{}", Key = "t-7", Correlation = "c", Attempts = attempts,
    };
}
