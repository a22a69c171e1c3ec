using Connector.Engine.Door;
using Connector.Engine.Threads;
using Connector.Runtime.Door;
using Connector.Storage.Writing;

namespace Connector.Runtime.Tests.Intake;

/// <summary>Keeps what came through, in its order; answers <c>duplicate</c> to what it has.</summary>
internal sealed class FakeDoor : IDoor
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _known = [];

    public List<MailArrived> Stored { get; } = [];

    public List<int> Pages { get; } = [];

    /// <summary>Asked before each mail is stored: an exception stands for a rule or store that throws.</summary>
    public Func<MailArrived, Exception?> Trouble { get; set; } = _ => null;

    /// <summary>Holds back every page until it is completed.</summary>
    public Task Open { get; set; } = Task.CompletedTask;

    public IEnumerable<string> Subjects
    {
        get { lock (_gate) return [.. Stored.Select(m => m.Mail.Subject)]; }
    }

    public async Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation) =>
        (await HandleAllAsync([input], handling.Urgency, null, cancellation))[0];

    public async Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation)
    {
        await Open;
        Assert.Equal(Urgency.Mail, urgency);
        lock (_gate)
        {
            if (inputs.Cast<MailArrived>().Select(Trouble).FirstOrDefault(e => e is not null) is { } trouble) throw trouble;
            Pages.Add(inputs.Count);
            return [.. inputs.Cast<MailArrived>().Select(Store)];
        }
    }

    public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Outcome>>([.. inputs.Select(_ => Done(MailAction.New))]);

    private Outcome Store(MailArrived mail)
    {
        if (!_known.Add(mail.Signals.Keys.Own)) return Done(MailAction.Duplicate);
        Stored.Add(mail);
        return mail.Unreadable is { } reason ? Done(MailAction.Quarantine, reason.ToString(), mail.UnreadableDetail ?? "") : Done(MailAction.New);
    }

    private static Outcome Done(MailAction action, string? reason = null, string detail = "") =>
        new(new Answer.Done(new MailDecision { Action = action, QuarantineReason = reason, Reason = detail }));
}
