using Connector.Contracts;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>
/// What a plugin says of a failure may repeat what its vendor said, and a vendor repeats what it was sent. The words go into outbox rows, states, logs and answers, so
/// secrets, tokens and addresses leave them here, and a whole page is cut to its beginning. Pure but for the secrets known.
/// </summary>
internal static class FailureWords
{
    private const int Longest = 500;

    public static string Clean(string words, SecretMask mask)
    {
        var clean = AddressMask.Apply(mask.Apply(words));
        return clean.Length <= Longest ? clean : clean[..Longest] + "…";
    }

    /// <summary>The same consequence in clean words; the failure itself when there is nothing to take out.</summary>
    public static AdapterException Clean(AdapterException failure, SecretMask mask)
    {
        var words = Clean(failure.Message, mask);
        return words == failure.Message ? failure : failure switch
        {
            UnauthorizedException => new UnauthorizedException(words, failure),
            ThrottledException throttled => new ThrottledException(words, throttled.RetryAfter, failure),
            ConflictException => new ConflictException(words, failure),
            RejectedException => new RejectedException(words, failure),
            _ => new UnavailableException(words, failure) { NotSent = failure is UnavailableException { NotSent: true } },
        };
    }
}
