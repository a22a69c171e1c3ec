using System.CommandLine;
using Connector.Engine.Messages;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Quarantine;

namespace Connector.Host.Cli.Quarantine;

/// <summary><c>quarantine …</c>: mails that could not be handled, with their reason.</summary>
internal static class QuarantineCommands
{
    private const int Most = 1000;
    private static readonly Argument<string> Id = new("ID") { Description = "Held mail, as listed (q-3)" };
    private static readonly Option<QuarantineState?> State = new("--state") { Description = "Held (default), Released or Discarded" };
    private static readonly Option<string?> Channel = new("--channel") { Description = "Only this channel", HelpName = "ID" };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why it is given up", HelpName = "TEXT" };

    public static Command Create() => new Command("quarantine", "Mails that could not be handled").With(
        new Command("list", "Held mails, newest first").With(State, Channel).Does(ListAsync),
        new Command("show", "One held mail, as read").With(Id).Does(ShowAsync),
        new Command("release", "Let a held mail through").With(Id).Does(ReleaseAsync),
        new Command("discard", "Give a held mail up").With(Id, Reason).Does(DiscardAsync));

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        var items = await new QuarantineReading(store).ListAsync(call.Get(State) ?? QuarantineState.Held, call.Get(Channel), long.MaxValue, Most, cancellation);
        return call.Print.Answer(items.Select(QuarantineView.Of).ToList(), (all, print) => print.Table(new Table("mail", "channel", "reason", "detail", "state", "at", "from", "subject")
            .AddAll(all, q => [q.Id, q.Channel, q.Reason, q.Detail, q.State, q.At, q.From, q.Subject])));
    }

    private static async Task<int> ShowAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer(await new QuarantineReading(store).ShowAsync(call.Get(Id), cancellation), Write);
    }

    private static async Task<int> ReleaseAsync(Invocation call, CancellationToken cancellation)
    {
        var id = call.Get(Id);
        var result = await WriteAccess.DoAsync(call, new Write<ReleaseResult>(HttpMethod.Post, $"admin/quarantine/{id}/release", null, (by, c) => new QuarantineDesk(by).ReleaseAsync(id, c)), cancellation);
        return call.Print.Answer(result, (r, print) => print.Text(r.Decision is { } d ? $"{r.Id}: {d.Action} {d.InteractionId ?? d.MessageId}, {d.Reason}" : $"{r.Id}: nothing to release, {r.Nothing}"));
    }

    private static async Task<int> DiscardAsync(Invocation call, CancellationToken cancellation)
    {
        var (id, reason) = (call.Get(Id), call.Get(Reason) ?? "");
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Post, $"admin/quarantine/{id}/discard", new ReasonRequest(reason),
            (by, c) => new QuarantineDesk(by).DiscardAsync(id, reason, c)), cancellation);
        return call.Print.Answer(result, Acts.Write);
    }

    private static void Write(QuarantineDetail d, Printer print)
    {
        print.Table(new Table("", d.Item.Id)
            .Add("channel", d.Item.Channel).Add("reason", d.Item.Reason).Add("detail", d.Item.Detail).Add("state", d.Item.State).Add("source", d.Item.Source)
            .Add("at", d.Item.At).Add("from", d.Item.From).Add("subject", d.Item.Subject).Add("bytes", d.Size));
        if (d.Message is null) return;
        print.Text();
        print.Text(d.Message.Text);
    }
}
