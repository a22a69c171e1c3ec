using System.CommandLine;
using System.Globalization;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations.Codes;
using Connector.Host.Operations.Status;

namespace Connector.Host.Cli.Codes;

/// <summary><c>codes report</c>: closures by code and by source.</summary>
internal static class CodesReport
{
    private static readonly Option<string?> From = new("--from") { Description = "From this instant or day on (ISO 8601)", HelpName = "ISO" };
    private static readonly Option<string?> To = new("--to") { Description = "Before this instant or day; now by default", HelpName = "ISO" };
    private static readonly Option<string?> Last = new("--last") { Description = "The last so long, up to --to (30d by default)", HelpName = "PERIOD" };
    private static readonly Option<string?> Channel = new("--channel") { Description = "Only this channel", HelpName = "ID" };
    private static readonly Option<string?> Instance = new("--instance") { Description = "Only what this instance routed", HelpName = "ID" };

    public static Command Create() => new Command("report", "Closures by code and by who gave it, with shares").With(From, To, Last, Channel, Instance).Does(ReportAsync);

    private static async Task<int> ReportAsync(Invocation call, CancellationToken cancellation)
    {
        var (from, to) = (Instant(call, From), Instant(call, To));
        var loaded = call.LoadChecked();
        if (call.Get(Channel) is { } channel && !loaded.Settings!.Channels.ContainsKey(channel)) throw new WrongCallException($"--channel: there is no channel '{channel}'; known are {string.Join(", ", loaded.Settings.Channels.Keys)}.");
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        var clock = await new StatusReading(store, loaded, call.Around.Time).ClockAsync(cancellation);
        var filter = CodeReportFilter.Of(from, to, call.Get(Last), call.Get(Channel), call.Get(Instance), clock.Now);
        return call.Print.Answer(await new CodeReportReading(store).ReadAsync(filter, cancellation), Write);
    }

    private static DateTimeOffset? Instant(Invocation call, Option<string?> option)
    {
        if (call.Get(option) is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text.Contains('-', StringComparison.Ordinal)
            ? instant.ToUniversalTime()
            : throw new WrongCallException($"{option.Name}: '{text}' is no instant; write 2026-03-01 or 2026-03-01T12:00:00Z.");
    }

    private static void Write(CodeReport r, Printer print)
    {
        print.Text($"{r.Closed} closed from {Cells.Text(r.From)} to {Cells.Text(r.To)}");
        print.Table(new Table("code", "label", "closed", "share").AddAll(r.ByCode, c => [c.Code, c.Label, c.Count, Percent(c.Share)]));
        print.Table(new Table("source", "closed", "share").AddAll(r.BySource, s => [s.Source, s.Count, Percent(s.Share)]).AddAll(r.ByGroup, g => [$"all {g.Group}", g.Count, Percent(g.Share)]));
        if (r.WithoutCode.Count > 0) print.Table(new Table("without a code", "closed", "share").AddAll(r.WithoutCode, w => [w.Reason, w.Count, Percent(w.Share)]));
        if (r.Undocumented > 0) print.Text($"{r.Undocumented} have neither a code nor a reason");
    }

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
