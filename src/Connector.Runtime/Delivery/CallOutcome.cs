using System.Net.Http;
using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Smtp;
using Connector.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>What a failure of a call means for its row: by the type of the failure, never by its text. Pure.</summary>
public static class CallOutcome
{
    /// <summary>A vendor whose state contradicts ours after so many fresh readings will do so for ever.</summary>
    public const int MaxConflicts = 10;

    /// <param name="failure">What the attempt ended with.</param>
    /// <param name="row">As it was called.</param>
    /// <param name="repeat">What the operation allows when its answer is lost.</param>
    /// <param name="now">Business time: waits run on it.</param>
    /// <param name="machine">Machine time: doubts run on it.</param>
    public static CallResult Of(Exception failure, OutboxRow row, Repeat repeat, DateTimeOffset now, DateTimeOffset machine) => failure switch
    {
        RejectedException when row.TransferId is not null => new CallResult.Refused(failure.Message),
        RejectedException or SmtpRefusedException => new CallResult.Failed(failure.Message),
        ThrottledException t => new CallResult.Later(t.Message, now + t.RetryAfter),
        UnauthorizedException => Again(failure, row, now),
        ConflictException when row.Attempts >= MaxConflicts => new CallResult.Failed($"the vendor's state contradicts ours after {row.Attempts} readings: {failure.Message}"),
        ConflictException => Again(failure, row, now),
        _ when failure is StoreUnavailableException || NeverSent(failure) || repeat.Kind is RepeatKind.Safe or RepeatKind.Key => row.Attempts < Backoff.MaxAttempts ? Again(failure, row, now) : GivenUp(failure, row),
        _ when repeat.Kind == RepeatKind.Unsafe => new CallResult.Failed($"in doubt: the answer was lost ({failure.Message}) and {row.Operation} cannot be repeated safely"),
        _ => row.Attempts < Backoff.MaxAttempts ? Again(failure, row, now) with { DoubtSince = machine } : GivenUp(failure, row),
    };

    private static CallResult.Later Again(Exception failure, OutboxRow row, DateTimeOffset now) => new(failure.Message, now + Backoff.Wait(Math.Max(1, row.Attempts), Backoff.SpreadOf(row.Key, row.Attempts)));

    private static CallResult.Failed GivenUp(Exception failure, OutboxRow row) => new($"gave up after {row.Attempts} attempts: {failure.Message}");

    /// <summary>Surely without effect (as when our own store could not be read before the call): the adapter says so, or the connection never came about.</summary>
    private static bool NeverSent(Exception failure) => failure switch
    {
        UnavailableException { NotSent: true } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => true,
        UnavailableException { InnerException: { } inner } => NeverSent(inner),
        _ => false,
    };
}
