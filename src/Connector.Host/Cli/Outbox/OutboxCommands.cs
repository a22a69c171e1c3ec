using System.CommandLine;
using Connector.Engine.Outbound;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Outbox;
using Connector.Storage.Stores;

namespace Connector.Host.Cli.Outbox;

/// <summary><c>outbox …</c>: what leaves, what failed and why; a retry shows first what it would do.</summary>
internal static class OutboxCommands
{
    private static readonly Argument<string> Id = new("ID") { Description = "Row, as listed (o-17)" };
    private static readonly Argument<string[]> Ids = new("ID") { Description = "Rows, as listed (o-17 …); none: all dead letters that the options name", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Argument<string> Payload = new("FILE") { Description = "JSON the row is to hold; show prints what it holds now" };
    private static readonly Option<string?> Operation = new("--operation") { Description = "Only this operation, as listed", HelpName = "NAME" };
    private static readonly Option<string?> Error = new("--error") { Description = "Only rows that failed with exactly these words, as group shows them", HelpName = "TEXT" };
    private static readonly Option<string?> Destination = new("--destination") { Description = "Only this instance, or mail", HelpName = "NAME" };
    private static readonly Option<OutboxState?> State = new("--state") { Description = "Only rows in this state" };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Show what would happen, and do nothing" };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why", Required = true, HelpName = "TEXT" };

    public static Command Create() => new Command("outbox", "Calls and mails still to make; dead letters").With(
        new Command("list", "Rows, oldest first").With(Destination, State).Does(ListAsync),
        new Command("group", "Rows taken together by destination, operation, state and error").With(Destination, State).Does(GroupAsync),
        new Command("show", "One row with what it holds").With(Id).Does(ShowAsync),
        new Command("retry", "Call dead letters again, by id or whole groups").With(Ids, Destination, Operation, Error, Preview).Does(RetryAsync),
        new Command("edit", "Mend what a dead letter holds, where that is safe").With(Id, Payload, Reason).Does(EditAsync),
        new Command("discard", "Give dead letters up, by id or whole groups").With(Ids, Destination, Operation, Error, Reason, Preview).Does(DiscardAsync));

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer(await new OutboxReading(store).ListAsync(Filter(call), 0, OutboxReading.Most, cancellation), (rows, print) =>
            print.Table(new Table("row", "interaction", "destination", "operation", "state", "attempts", "not before", "error")
                .AddAll(rows, r => [r.Id, r.InteractionId, r.Destination, r.Operation, r.State, r.Attempts, r.NotBefore, r.Error])));
    }

    private static async Task<int> GroupAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer(await new OutboxReading(store).GroupAsync(Filter(call), cancellation), (groups, print) =>
            print.Table(new Table("destination", "operation", "state", "count", "oldest", "newest", "error")
                .AddAll(groups, g => [g.Destination, g.Operation, g.State, g.Count, g.Oldest, g.Newest, g.Error])));
    }

    private static async Task<int> ShowAsync(Invocation call, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer(await new OutboxReading(store).ShowAsync(call.Get(Id), cancellation), Write);
    }

    private static async Task<int> RetryAsync(Invocation call, CancellationToken cancellation) => call.Get(Preview)
        ? await PreviewAsync(call, "a retry", d => d.Retry, cancellation)
        : await EachAsync(call, ids => new(HttpMethod.Post, "admin/outbox/retry", new OutboxRowsRequest(ids), (by, c) => new OutboxDesk(by).RetryAllAsync(ids, c)), cancellation);

    private static async Task<int> DiscardAsync(Invocation call, CancellationToken cancellation)
    {
        var reason = call.Get(Reason)!;
        return call.Get(Preview)
            ? await PreviewAsync(call, "given up", d => d.Discard, cancellation)
            : await EachAsync(call, ids => new(HttpMethod.Post, "admin/outbox/discard", new OutboxRowsRequest(ids, reason), (by, c) => new OutboxDesk(by).DiscardAllAsync(ids, reason, c)), cancellation);
    }

    private static async Task<int> PreviewAsync(Invocation call, string column, Func<OutboxDetail, string> comesTo, CancellationToken cancellation)
    {
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        var details = new List<OutboxDetail>();
        foreach (var id in await NamedAsync(call, cancellation)) details.Add(await new OutboxReading(store).ShowAsync(id, cancellation) with { Payload = null });
        return call.Print.Answer(details, (all, print) => print.Table(new Table("row", "interaction", "operation", "destination", "error", column)
            .AddAll(all, d => [d.Row.Id, d.Row.InteractionId, d.Row.Operation, d.Row.Destination, d.Row.Error, comesTo(d)])));
    }

    /// <summary>A row that is refused keeps none of the others; the exit code tells that there was one.</summary>
    private static async Task<int> EachAsync(Invocation call, Func<IReadOnlyList<string>, Write<IReadOnlyList<OperationResult>>> write, CancellationToken cancellation)
    {
        var results = new List<OperationResult>();
        foreach (var ids in (await NamedAsync(call, cancellation)).Chunk(OutboxDesk.Most)) results.AddRange(await WriteAccess.DoAsync(call, write(ids), cancellation));
        if (results is [{ Refused: { } why }]) throw new WrongCallException(why);
        call.Print.Answer<IReadOnlyList<OperationResult>>(results, Acts.Write);
        return results.Exists(r => r.Refused is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> EditAsync(Invocation call, CancellationToken cancellation)
    {
        var (id, reason, file) = (call.Get(Id), call.Get(Reason)!, call.Path(call.Get(Payload)));
        if (!File.Exists(file)) throw new WrongCallException($"{file} does not exist.");
        var payload = (await File.ReadAllTextAsync(file, cancellation)).Trim();
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Post, $"admin/outbox/{id}/edit", new EditRequest(payload, reason), (by, c) => new OutboxDesk(by).EditAsync(id, payload, reason, c)), cancellation);
        return call.Print.Answer<IReadOnlyList<OperationResult>>([result], Acts.Write);
    }

    /// <summary>The rows named, or all dead letters that the options name.</summary>
    private static async Task<IReadOnlyList<string>> NamedAsync(Invocation call, CancellationToken cancellation)
    {
        if (call.Get(Ids) is { Length: > 0 } ids)
            return Array.Find(ids, i => i.StartsWith('-')) is { } option ? throw new WrongCallException($"'{option}' is no option here.") : ids;
        var filter = new OutboxFilter(call.Get(Destination), OutboxState.Dead, call.Get(Operation), call.Get(Error));
        if (filter is { Destination: null, Operation: null, Error: null }) throw new WrongCallException("name rows, or which dead letters with --destination, --operation or --error.");
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        var named = new List<string>();
        for (IReadOnlyList<OutboxView>? page = null; page is null or { Count: OutboxReading.Most };)
        {
            page = await new OutboxReading(store).ListAsync(filter, page is null ? 0 : Api.Requests.Ids.Outbox(page[^1].Id), OutboxReading.Most, cancellation);
            named.AddRange(page.Select(r => r.Id));
        }
        return named;
    }

    private static OutboxFilter Filter(Invocation call) => new(call.Get(Destination), call.Get(State));

    private static void Write(OutboxDetail d, Printer print)
    {
        print.Table(new Table("", d.Row.Id)
            .Add("interaction", d.Row.InteractionId).Add("destination", d.Row.Destination).Add("operation", d.Row.Operation).Add("state", d.Row.State)
            .Add("attempts", d.Row.Attempts).Add("created", d.Row.CreatedAt).Add("not before", d.Row.NotBefore).Add("done", d.Row.DoneAt)
            .Add("error", d.Row.Error).Add("answer", d.Row.Answer).Add("precondition", d.Precondition).Add("correlation", d.Row.Correlation).Add("a retry", d.Retry));
        print.Text();
        print.Text(d.Payload ?? "");
    }
}
