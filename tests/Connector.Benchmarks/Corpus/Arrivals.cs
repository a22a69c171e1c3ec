using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Mail.Classifying;

namespace Connector.Benchmarks.Corpus;

/// <summary>Mails as intake hands them to the door: read, classified, their keys hashed.</summary>
internal static class Arrivals
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Channel Support = new() { Id = "support", Addresses = ["support@example.org"], FromAddress = "support@example.org", Instance = "awa", Queue = "support" };

    public static readonly Setup Setup = new()
    {
        Tenant = "default",
        Signer = new TokenSigner([new SigningKey('a', new byte[32])]),
        Channels = ImmutableDictionary<string, Channel>.Empty.Add(Support.Id, Support),
        Capabilities = ImmutableDictionary<string, Capability>.Empty.Add("awa", Capability.RouteWork | Capability.EndConversation | Capability.EndClosed | Capability.Hold),
    };

    private static readonly OwnMail Own = new(Setup.IsOwnAddress, _ => false, _ => false);

    public static MailArrived Read(byte[] raw, int number)
    {
        var mail = MailReader.Read(raw);
        _ = mail.CanonicalHash;
        return new()
        {
            At = Now,
            By = Actor.Mail,
            Correlation = $"bench-{number}",
            Channel = Support.Id,
            Source = $"bench/{number}.eml",
            Raw = raw,
            Mail = mail,
            Class = MailClassifier.Classify(mail, Own),
            Bounce = BounceReader.Read(mail),
            Signals = MailSignals.Of(mail, Support, Setup),
        };
    }
}
