using System.Diagnostics.Metrics;
using Connector.Engine.Threads;

namespace Connector.Runtime.Intake;

/// <summary>What intake counts.</summary>
internal static class IntakeMetrics
{
    private static readonly Meter Meter = new("Connector.Intake");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("connector.mails", "{mail}", "Mails taken in, by channel and what became of them");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("connector.mail_files.failed", "{file}", "Files of mail folders that could not be read or taken");

    private static readonly Counter<long> HeldBack = Meter.CreateCounter<long>("connector.automatic_mail.held_back", "{mail}", "Acknowledgements that a cap held back");

    public static void Taken(string channel, MailDecision decision)
    {
        Mails.Add(1, new("channel", channel), new("action", decision.Action.ToString()));
        if (decision.Flags.Contains(AutomaticTraffic.HeldBackFlag)) HeldBack.Add(1, new KeyValuePair<string, object?>("channel", channel));
    }

    public static void Failed(string channel) => Refused.Add(1, new KeyValuePair<string, object?>("channel", channel));
}
