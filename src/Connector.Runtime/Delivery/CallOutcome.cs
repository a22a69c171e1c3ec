using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Smtp;

namespace Connector.Runtime.Delivery;

/// <summary>What a failure of a call means for its row: by the type of the failure, never by its text. Pure.</summary>
public static class CallOutcome
{
    public static CallResult Of(Exception failure, OutboxRow row, DateTimeOffset now) => failure switch
    {
        RejectedException or SmtpRefusedException => new CallResult.Failed(failure.Message),
        ThrottledException t => new CallResult.Later(t.Message, now + t.RetryAfter),
        _ when row.Attempts >= Backoff.MaxAttempts => new CallResult.Failed($"gave up after {row.Attempts} attempts: {failure.Message}"),
        _ => new CallResult.Later(failure.Message, now + Backoff.Wait(row.Attempts, Backoff.SpreadOf(row.Key, row.Attempts))),
    };
}
