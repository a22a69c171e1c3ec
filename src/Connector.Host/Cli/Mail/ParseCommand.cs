using System.CommandLine;
using System.Text.Json.Serialization;
using Connector.Host.Cli.Running;
using Connector.Mail;
using Connector.Mail.Json;
using Connector.Runtime.Intake.Sources;

namespace Connector.Host.Cli.Mail;

/// <summary>Reads mail without storing it: one JSON line a mail.</summary>
internal static class ParseCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = ".eml files, folders, Maildirs, mbox files, - for standard input", Arity = ArgumentArity.OneOrMore };

    /// <summary>From so many mails on, the rate is told on stderr.</summary>
    private const int Many = 100;

    public static Command Create() => new Command("parse", "Read mail without storing it; one JSON line a mail").With(Files).Does((call, cancellation) => Task.FromResult(Run(call, cancellation)));

    private static int Run(Invocation call, CancellationToken cancellation)
    {
        var paths = MailPaths.Existing(call, call.Get(Files));
        var own = OwnMail.Unknown;
        var (read, unreadable, bytes, started) = (0, 0, 0L, call.Around.Time.GetTimestamp());
        foreach (var mail in new MailSources(long.MaxValue, call.Around.In, call.Print.Note).Enumerate(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (mail.Unreadable is { } reason)
            {
                unreadable++;
                call.Print.Note($"{mail.Source}: {reason}");
                continue;
            }
            (read, bytes) = (read + 1, bytes + mail.Bytes.Length);
            call.Print.LongLine(ParsedLine.Of(mail.Source, ParsedMail.Of(MailReader.Read(mail.Bytes), own)));
        }
        if (read >= Many) call.Print.Note(Rate(read, bytes, call.Around.Time.GetElapsedTime(started)));
        return unreadable == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Rate(int mails, long bytes, TimeSpan took) =>
        FormattableString.Invariant($"{mails} mails in {took.TotalSeconds:0.0} s: {mails / took.TotalSeconds:0} mails/s, {bytes / 1e6 / took.TotalSeconds:0.0} MB/s, peak memory {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");

    /// <summary>As in the interface: the source first, then what was read.</summary>
    private sealed record ParsedLine(
        string Source, ParsedMessage Message, [property: JsonConverter(typeof(KebabCase<MailClass>))] MailClass Class, string ClassReason, Bounce? Bounce)
    {
        public static ParsedLine Of(string source, ParsedMail mail) => new(source, mail.Message, mail.Class, mail.ClassReason, mail.Bounce);
    }
}
