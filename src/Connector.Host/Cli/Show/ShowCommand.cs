using System.CommandLine;
using Connector.Engine.Threads;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Json;
using Connector.Host.Operations.Passport;

namespace Connector.Host.Cli.Show;

/// <summary>The passport of an interaction or case.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "Interaction (i-17), case (c-4 or its number), thread id, or message (m-9)" };
    private static readonly Option<bool> Masked = new("--masked") { Description = "Without personal data" };

    public static Command Create() => new Command("show", "Every id, event, call, code, timer and mail of an interaction or case, in order, with reasons").With(Id, Masked).Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer(await new PassportReading(store).ReadAsync(call.Get(Id), call.Get(Masked), cancellation), Write);
    }

    private static void Write(Passport p, Printer print)
    {
        print.Text($"{p.Kind} {p.Id}: {p.State}{(p.Owner is null ? "" : $", {p.Owner}")}, channel {p.Channel}");
        print.Text($"subject: {p.Subject}");
        print.Text($"case {p.CaseNumber ?? "-"} ({p.CaseId ?? "-"}), thread {p.ThreadId ?? "-"}, interactions {string.Join(", ", p.Interactions)}");
        Part(print, "Ids", new Table("of", "system", "value", "from", "until").AddAll(p.Ids, i => [i.Of, i.System, i.Value, i.From, i.Until]));
        Part(print, "People", new Table("role", "address", "name", "agent").AddAll(p.People, x => [x.Role, x.Address, x.Name, x.Agent]));
        Part(print, "Timers", new Table("of", "what", "due").AddAll(p.Timers, t => [t.Of, t.What, t.Due]));
        Part(print, "Why here", new Table("mail", "rule", "to", "signal", "score", "reason").AddAll(p.Timeline.Where(e => e.Decision is not null).SelectMany(Why), w => w));
        Part(print, "What happened", new Table("at", "kind", "id", "what", "by", "detail", "why").AddAll(p.Timeline, e => [e.At, e.Kind, e.Id, e.What, e.By, e.Detail, e.Why]));
    }

    /// <summary>The rule that won, then every candidate and conflict.</summary>
    private static IEnumerable<object?[]> Why(PassportEntry mail)
    {
        var d = mail.Decision!;
        yield return [mail.Id, $"{d.Action} {d.Visibility}".ToLowerInvariant(), d.InteractionId ?? d.CaseId, Named(d.MatchedBy), null, d.Reason];
        foreach (var c in d.Candidates) yield return [mail.Id, "candidate", c.InteractionId ?? c.CaseId, Named(c.Signal), c.Score, c.Reason];
        foreach (var conflict in d.Conflicts) yield return [mail.Id, "conflict", null, null, null, conflict];
        if (d.Flags.Count > 0) yield return [mail.Id, "flags", null, null, null, string.Join(", ", d.Flags)];
    }

    /// <summary>As the JSON has it.</summary>
    private static string Named(MatchedBy signal) => ConnectorJson.Line(signal).Trim('"');

    private static void Part(Printer print, string title, Table table)
    {
        print.Text();
        print.Text($"{title}:");
        print.Table(table);
    }
}
