using Connector.Host.Cli.Access;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Reading;
using Connector.Runtime.Intake.Sources;
using Connector.Runtime.Settings.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Host.Cli.Mail;

/// <summary>One run of <c>ingest</c>: through the running host if there is one, else through the same door here. Answers how many could not be stored.</summary>
internal sealed class Ingest(Invocation call, LoadedSettings loaded, IngestRequest request)
{
    public async Task<int> RunAsync(IEnumerable<SourcedMail> mails, CancellationToken cancellation)
    {
        using var owner = request.DryRun || request.Now is not null ? null : OwnerClient.Of(loaded);
        if (owner is not null && await owner.AnswersAsync(cancellation)) return await ThroughHostAsync(owner, mails, cancellation);
        await using var app = await WriteAccess.OpenAsync(call, loaded, cancellation);
        if (request.Now is not { } now) return await HereAsync(app.Intake, mails, cancellation);
        using var intake = new MailIntake(app.Door, new FixedClock(now), () => app.Setup, app.Intake.Size, InFlight.Open(app.Folder.InFlight), NullLogger<MailIntake>.Instance);
        return await HereAsync(intake, mails, cancellation);
    }

    private async Task<int> HereAsync(MailIntake intake, IEnumerable<SourcedMail> mails, CancellationToken cancellation)
    {
        if (request.DryRun) return await RehearseAsync(intake, mails, cancellation);
        var tally = new Tally(call);
        await foreach (var done in new IngestRun(intake, request.Channel).TakeAsync(mails, cancellation))
            tally.Count(done.Mail.Source, done.Line?.ToJson(), done.Problem);
        return tally.End();
    }

    /// <summary>All in one transaction that is undone: each mail sees what the earlier ones would have done.</summary>
    private async Task<int> RehearseAsync(MailIntake intake, IEnumerable<SourcedMail> mails, CancellationToken cancellation)
    {
        var tally = new Tally(call);
        var readable = new List<IncomingMail>();
        foreach (var mail in mails)
        {
            var (incoming, problem) = mail.For(request.Channel, intake);
            if (incoming is null) tally.Count(mail.Source, null, problem);
            else readable.Add(incoming);
        }
        foreach (var line in await intake.RehearseAsync(readable, cancellation)) tally.Count(line.Source, line.ToJson(), null);
        return tally.End();
    }

    private async Task<int> ThroughHostAsync(OwnerClient owner, IEnumerable<SourcedMail> mails, CancellationToken cancellation)
    {
        var tally = new Tally(call);
        foreach (var mail in mails)
        {
            var (line, problem) = mail.Unreadable is { } reason ? (null, reason) : await SendAsync(owner, mail, cancellation);
            tally.Count(mail.Source, line, problem);
        }
        return tally.End();
    }

    private async Task<(string? Line, string? Problem)> SendAsync(OwnerClient owner, SourcedMail mail, CancellationToken cancellation)
    {
        try
        {
            var line = await owner.TryMailAsync(request.Channel, mail.Bytes, mail.Source, cancellation);
            return line is null ? throw new CommandFailedException("the host has gone away; the rest was not taken. Run it again: what was taken answers 'duplicate'.") : (line, null);
        }
        catch (OperationRefusedException e)
        {
            return (null, e.Message);
        }
    }
}
