using System.CommandLine;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Running;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Sources;
using Connector.Runtime.Settings.Loading;

namespace Connector.Host.Cli.Mail;

/// <summary>Takes mail through the same door as the host: one JSON line a mail, whatever became of it.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Paths = new("PATH") { Description = ".eml files, folders, Maildirs (read only), mbox files, - for one mail on standard input", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Mailbox = new("--mailbox") { Description = "Channel it arrived on; else the one that its addresses name", HelpName = "CHANNEL" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would become of it; store nothing" };

    public static Command Create() => new Command("ingest", "Take mail in: decided and stored now, routed and answered when a host runs").With(Paths, Mailbox, NowOption.At, DryRun).Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        var paths = MailPaths.Existing(call, call.Get(Paths));
        var request = new IngestRequest(ChannelOf(call, loaded), NowOption.Read(call), call.Get(DryRun));
        if (request.Now is not null) await NowOption.RequireNoHostAsync(call, cancellation);
        if (request.Now is not null && !request.DryRun && !loaded.Settings!.Seed.Enabled)
            throw new WrongCallException("--now: another time than the clock's is for stores with Seed:Enabled, or for --dry-run.");
        var size = new MailSize(loaded.Settings!.Mail.Limit);
        var mails = new MailSources(size.Kept, call.Around.In, call.Print.Note).Enumerate(paths);
        var failed = await new Ingest(call, loaded, request).RunAsync(mails, cancellation);
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string? ChannelOf(Invocation call, LoadedSettings loaded)
    {
        var known = loaded.Settings!.Channels.Keys.Order(StringComparer.Ordinal).ToList();
        if (call.Get(Mailbox) is not { } written) return null;
        return known.Find(k => k.Equals(written, StringComparison.OrdinalIgnoreCase))
            ?? throw new WrongCallException($"--mailbox: there is no channel '{written}'; there {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}.");
    }
}

/// <param name="Channel">Null: each mail says so by its addresses.</param>
internal sealed record IngestRequest(string? Channel, DateTimeOffset? Now, bool DryRun);
