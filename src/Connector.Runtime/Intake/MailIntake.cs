using System.Collections.Concurrent;
using System.Diagnostics;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Intake.Ordering;
using Connector.Runtime.Intake.Reading;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging;
using Activity = System.Diagnostics.Activity;

namespace Connector.Runtime.Intake;

/// <summary>
/// Takes mail from any source: reads it off the door, hands it over in order of arrival per mailbox, answers after the commit. Where a rule throws, the
/// mail is kept as <c>Failed</c>; where the store is in trouble, the call throws, nothing is stored and the source keeps its copy.
/// </summary>
public sealed class MailIntake : IDisposable
{
    private static readonly ActivitySource Activities = new("Connector.Intake");

    private readonly IDoor _door;
    private readonly IBusinessClock _clock;
    private readonly Func<Setup> _setup;
    private readonly ILogger<MailIntake> _logger;
    private readonly ReadingDesk _desk = new(Math.Max(2, Environment.ProcessorCount));
    private readonly MailReading _reading;
    private readonly InFlight _inFlight;
    private readonly ConcurrentDictionary<string, MailboxGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="door">Where mail is decided.</param>
    /// <param name="clock">When it came in.</param>
    /// <param name="setup">The settings as they are now.</param>
    /// <param name="size">How large a mail may be.</param>
    /// <param name="inFlight">Disposed with the intake.</param>
    /// <param name="logger">Never gets addresses or bodies.</param>
    public MailIntake(IDoor door, IBusinessClock clock, Func<Setup> setup, MailSize size, InFlight inFlight, ILogger<MailIntake> logger)
    {
        (_door, _clock, _setup, _inFlight, _logger) = (door, clock, setup, inFlight, logger);
        Size = size;
        _reading = new(size, inFlight, _desk);
        if (!inFlight.IsKept) Log.InFlightNotKept(logger);
        if (inFlight.Suspects > 0) Log.Suspects(logger, inFlight.Suspects);
    }

    public MailSize Size { get; }

    public Task<IngestLine> TakeAsync(string channel, byte[] bytes, string source, CancellationToken cancellation) =>
        TakeAsync(new(channel, bytes, source), cancellation);

    /// <summary>Through which channel it came in when nobody said so: the only one there is, or the one its addresses name.</summary>
    public ReceivingChannel ChannelOf(byte[] bytes)
    {
        var setup = _setup();
        return setup.Channels.Count == 1 ? new(setup.Channels.Keys.First()) : _reading.LookAt(bytes, mail => ReceivingChannel.Of(mail, setup));
    }

    /// <summary>The order of calls is the order of arrival.</summary>
    /// <exception cref="UnknownChannelException">There is no such channel.</exception>
    /// <exception cref="Storage.StoreException">Nothing was stored; the same call succeeds once the cause is gone.</exception>
    public async Task<IngestLine> TakeAsync(IncomingMail mail, CancellationToken cancellation)
    {
        var (setup, channel) = Of(mail.Channel);
        using var activity = Activities.StartActivity("mail");
        var correlation = NewCorrelation();
        var gate = _gates.GetOrAdd(channel.Id, _ => new MailboxGate(_door, _clock));
        var (arrived, outcome) = await gate.EnterAsync(() => _reading.ReadAsync(mail, channel, setup, correlation, cancellation), BesideOf(mail), cancellation);
        var line = Line(arrived, DecisionOf(outcome.Answer));
        Tell(mail, line);
        return line;
    }

    /// <summary>The line of a mail that was taken before, as it was decided then.</summary>
    public async Task<IngestLine> RecallAsync(IncomingMail mail, MailDecision decided, CancellationToken cancellation)
    {
        var (setup, channel) = Of(mail.Channel);
        return Line(await _reading.ReadAsync(mail, channel, setup, NewCorrelation(), cancellation), decided);
    }

    /// <summary>What would come of the mails, one after the other; nothing is stored.</summary>
    public async Task<IReadOnlyList<IngestLine>> RehearseAsync(IReadOnlyList<IncomingMail> mails, CancellationToken cancellation)
    {
        var now = _clock.Now;
        var arrived = new List<MailArrived>(mails.Count);
        foreach (var mail in mails)
        {
            var (setup, channel) = Of(mail.Channel);
            arrived.Add(await _reading.ReadAsync(mail, channel, setup, NewCorrelation(), cancellation) with { At = now });
        }
        var outcomes = await _door.DryRunAsync(arrived, cancellation);
        return [.. arrived.Zip(outcomes, (mail, outcome) => Line(mail, DecisionOf(outcome.Answer)))];
    }

    public void Dispose()
    {
        _desk.Dispose();
        _inFlight.Dispose();
    }

    private (Setup Setup, Channel Channel) Of(string channel)
    {
        var setup = _setup();
        return (setup, setup.Channel(channel) ?? throw new UnknownChannelException(channel));
    }

    /// <summary>The caller's trace when there is one, so that request, mail and vendor call are found under one id.</summary>
    private static string NewCorrelation() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    private static IngestLine Line(MailArrived mail, MailDecision decision) =>
        new(mail.Source, mail.Mail, mail.Class, mail.Bounce, decision) { Correlation = mail.Correlation };

    private static Beside<Outcome>? BesideOf(IncomingMail mail) => mail.Beside is { } beside ? (outcome, fresh) => beside(DecisionOf(outcome.Answer), fresh) : null;

    private static MailDecision DecisionOf(Answer answer) => answer switch
    {
        Answer.Done { Result: MailDecision decision } => decision,
        Answer.Nothing { Result: MailDecision decision } => decision,
        Answer.Refused refused => new() { Action = MailAction.Quarantine, QuarantineReason = refused.Rule, Reason = refused.Why },
        _ => throw new InvalidOperationException($"A mail was answered without a decision: {answer.GetType().Name}."),
    };

    private void Tell(IncomingMail mail, IngestLine line)
    {
        var decision = line.Decision;
        IntakeMetrics.Taken(mail.Channel, decision);
        if (decision.QuarantineReason is { } reason && decision.Action == MailAction.Quarantine)
            Log.Quarantined(_logger, mail.Channel, reason, decision.MessageId, line.Correlation);
        else
            Log.Taken(_logger, mail.Channel, decision.Action, decision.InteractionId, decision.CaseId, line.Correlation);
    }
}
