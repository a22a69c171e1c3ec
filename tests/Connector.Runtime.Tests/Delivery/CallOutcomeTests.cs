using System.Net.Http;
using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Delivery;
using Connector.Runtime.Smtp;

namespace Connector.Runtime.Tests.Delivery;

public sealed class CallOutcomeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Machine = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RepeatKind.Safe)]
    [InlineData(RepeatKind.Unsafe)]
    [Trait("Requirement", "H22")]
    public void Of_Rejected_IsADeadLetterAtOnce(RepeatKind kind) =>
        Assert.Equal(new CallResult.Failed("no such queue"), Of(new RejectedException("no such queue"), 1, kind));

    [Fact]
    public void Of_RefusedByTheMailServer_IsADeadLetterAtOnce() =>
        Assert.IsType<CallResult.Failed>(Of(new SmtpRefusedException("refused"), 1));

    [Theory]
    [InlineData(RepeatKind.Safe)]
    [InlineData(RepeatKind.Unsafe)]
    public void Of_Throttled_WaitsAsLongAsTheVendorAsks(RepeatKind kind) =>
        Assert.Equal(new CallResult.Later("slow down", Now.AddSeconds(42)), Of(new ThrottledException("slow down", TimeSpan.FromSeconds(42)), 1, kind));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Of_Unavailable_BacksOff(int attempts)
    {
        var later = Assert.IsType<CallResult.Later>(Of(new UnavailableException("gone"), attempts));
        Assert.InRange(later.At - Now, Backoff.Wait(attempts, 0), Backoff.Wait(attempts, 1));
        Assert.Null(later.DoubtSince);
    }

    [Fact]
    public void Of_UnavailableForTooLong_IsADeadLetterThatSaysHowOften() =>
        Assert.Contains("100 attempts", Assert.IsType<CallResult.Failed>(Of(new UnavailableException("gone"), Backoff.MaxAttempts)).Error, StringComparison.Ordinal);

    [Fact]
    public void Of_UnauthorizedForEver_NeverBecomesADeadLetter_TheLaneWaitsForAPerson() =>
        Assert.IsType<CallResult.Later>(Of(new UnauthorizedException("who are you"), 5_000, RepeatKind.Unsafe));

    [Fact]
    public void Of_ConflictAgainAndAgain_IsADeadLetter()
    {
        Assert.Null(Assert.IsType<CallResult.Later>(Of(new ConflictException("not so"), 1, RepeatKind.Unsafe)).DoubtSince);
        Assert.IsType<CallResult.Failed>(Of(new ConflictException("not so"), CallOutcome.MaxConflicts));
    }

    [Theory]
    [InlineData(RepeatKind.Safe, false, false)]
    [InlineData(RepeatKind.Key, false, false)]
    [InlineData(RepeatKind.ReadBack, false, true)]
    [InlineData(RepeatKind.Unsafe, true, false)]
    public void Of_AnswerLost_FollowsTheRepeatClass(RepeatKind kind, bool dead, bool inDoubt)
    {
        Exception[] lost = [new UnavailableException("reset"), new TimeoutException("no answer within 120 s"), new UnavailableException("x", new HttpRequestException(HttpRequestError.ResponseEnded)), new InvalidOperationException()];
        Assert.All(lost.Select(e => Of(e, 1, kind)), result =>
        {
            Assert.Equal(dead, result is CallResult.Failed { Error: var error } && error.StartsWith("in doubt", StringComparison.Ordinal));
            Assert.Equal(inDoubt ? Machine : null, (result as CallResult.Later)?.DoubtSince);
        });
    }

    [Fact]
    public void Of_NeverSent_IsRepeatedWhateverTheClass()
    {
        Exception[] unsent = [new UnavailableException("circuit open") { NotSent = true }, new UnavailableException("x", new HttpRequestException(HttpRequestError.ConnectionError)), new HttpRequestException(HttpRequestError.NameResolutionError)];
        Assert.All(unsent.Select(e => Of(e, 1, RepeatKind.Unsafe)), result => Assert.Null(Assert.IsType<CallResult.Later>(result).DoubtSince));
    }

    private static CallResult Of(Exception failure, int attempts, RepeatKind kind = RepeatKind.Safe) => CallOutcome.Of(failure, Row(attempts), new Repeat(kind), Now, Machine);

    private static OutboxRow Row(int attempts) => new()
    {
        Id = 7, Tenant = "t", InteractionId = 1, Destination = "awa", LaneVersion = 1, Operation = "Hold", Payload = "{}", Key = "t-7", Correlation = "c", Attempts = attempts,
    };
}
