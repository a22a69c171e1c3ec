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

    public static Command Create() => new Command("parse", "Read mail without storing it; one JSON line a mail").With(Files).Does((call, cancellation) => Task.FromResult(Run(call, cancellation)));

    private static int Run(Invocation call, CancellationToken cancellation)
    {
        var paths = MailPaths.Existing(call, call.Get(Files));
        var own = OwnMail.Unknown;
        var unreadable = 0;
        foreach (var mail in new MailSources(long.MaxValue, call.Around.In, call.Print.Note).Enumerate(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (mail.Unreadable is { } reason)
            {
                unreadable++;
                call.Print.Note($"{mail.Source}: {reason}");
                continue;
            }
            call.Print.Line(ParsedLine.Of(mail.Source, ParsedMail.Of(MailReader.Read(mail.Bytes), own)));
        }
        return unreadable == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>As in the interface: the source first, then what was read.</summary>
    private sealed record ParsedLine(
        string Source, ParsedMessage Message, [property: JsonConverter(typeof(KebabCase<MailClass>))] MailClass Class, string ClassReason, Bounce? Bounce)
    {
        public static ParsedLine Of(string source, ParsedMail mail) => new(source, mail.Message, mail.Class, mail.ClassReason, mail.Bounce);
    }
}
