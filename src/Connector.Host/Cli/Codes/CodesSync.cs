using System.CommandLine;
using System.Globalization;
using Connector.Engine.Codes;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Codes;

namespace Connector.Host.Cli.Codes;

/// <summary><c>codes sync</c> and <c>codes drift</c>. Without a host the instances are started for them.</summary>
internal static class CodesSync
{
    private static readonly Argument<string?> Maybe = new("INSTANCE") { Description = "Only this instance", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Apply = new("--apply") { Description = "Carry this plan out, as it was shown; needs INSTANCE", HelpName = "PLAN" };
    private static readonly Option<string?> Only = new("--only") { Description = "Only these steps of the plan (1,3)", HelpName = "NUMBERS" };

    public static Command Sync() => new Command("sync", "Read the vendors' lists and show the plan that brings both sides together; --apply carries it out").With(Maybe, Apply, Only).Does(SyncAsync);

    public static Command Drift() => new Command("drift", "Codes, queues and agents added, renamed, retired or deleted on either side, and what breaks (exit 1 if anything breaks)").With(Maybe).Does(DriftAsync);

    private static async Task<int> SyncAsync(Invocation call, CancellationToken cancellation)
    {
        var (instance, plan, only) = (call.Get(Maybe), call.Get(Apply), Numbers(call.Get(Only)));
        if (plan is not null && instance is null) throw new WrongCallException("--apply: name the INSTANCE whose plan it is.");
        if (plan is null && only is not null) throw new WrongCallException("--only: goes with --apply.");
        var views = await WriteAccess.DoAsync(call, new Write<IReadOnlyList<SyncView>>(HttpMethod.Post, "admin/codes/sync", new SyncRequest(instance, plan, only),
            (by, c) => SyncHereAsync(by, instance, plan, only, c)), cancellation);
        call.Print.Answer(views, Write);
        return views.Any(v => v.Problem is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> DriftAsync(Invocation call, CancellationToken cancellation)
    {
        var instance = call.Get(Maybe);
        var path = instance is null ? "admin/codes/drift" : $"admin/codes/drift?instance={Uri.EscapeDataString(instance)}";
        var views = await WriteAccess.DoAsync(call, new Write<IReadOnlyList<DriftView>>(HttpMethod.Get, path, null, (by, c) => DriftHereAsync(by, instance, c)), cancellation);
        call.Print.Answer(views, Write);
        return views.Any(v => v.Problem is not null || v.Drift.Any(d => d.Breaks)) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<IReadOnlyList<SyncView>> SyncHereAsync(Operator by, string? instance, string? plan, IReadOnlyList<int>? only, CancellationToken cancellation)
    {
        await by.App.StartInstancesAsync(cancellation);
        var desk = new SyncDesk(by);
        return plan is null ? await desk.ReadAsync(instance, cancellation) : [await desk.ApplyAsync(instance!, plan, only, cancellation)];
    }

    private static async Task<IReadOnlyList<DriftView>> DriftHereAsync(Operator by, string? instance, CancellationToken cancellation)
    {
        await by.App.StartInstancesAsync(cancellation);
        return await new SyncDesk(by).DriftAsync(instance, cancellation);
    }

    private static void Write(IReadOnlyList<SyncView> views, Printer print)
    {
        if (views.Count == 0) print.Text("no instance keeps a list of codes");
        foreach (var v in views)
        {
            print.Text($"{v.Instance}: {(v.Problem is null ? $"plan {v.Plan}, {v.Steps.Count} steps, {v.Taken.Count} carried out" : v.Problem)}");
            News(v.News, print);
            if (v.Steps.Count > 0) print.Table(new Table("step", "action", "what", "done").AddAll(v.Steps, s => [s.Number, s.Action, s.Says, v.Taken.Contains(s.Number)]));
            if (v.Steps.Count > 0 && v.Taken.Count == 0) print.Note($"carry it out: codes sync {v.Instance} --apply {v.Plan}");
        }
    }

    private static void Write(IReadOnlyList<DriftView> views, Printer print)
    {
        if (views.Count == 0) print.Text("no instance keeps a list of codes");
        foreach (var v in views)
        {
            print.Text($"{v.Instance}: {(v.Problem is null ? "" : v.Problem + "; ")}{(v.Drift.Count == 0 ? "both sides agree" : $"{v.Drift.Count} differences, {v.Drift.Count(d => d.Breaks)} break something")}");
            News(v.News, print);
            if (v.Drift.Count > 0) print.Table(new Table("kind", "change", "here", "vendor", "breaks", "what").AddAll(v.Drift, d => [d.Kind, d.Change, d.Here, d.There, d.Breaks, d.Says]));
        }
    }

    private static void News(IReadOnlyList<CatalogueNews> news, Printer print)
    {
        if (news.Count > 0) print.Table(new Table("news of the vendor", "what", "id", "before", "after").AddAll(news, n => [n.Kind, n.What, n.VendorId, n.Before, n.After]));
    }

    private static List<int>? Numbers(string? text)
    {
        if (text is null) return null;
        var numbers = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
            numbers.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new WrongCallException($"--only: '{part}' is no number of a step; write 1,3."));
        return numbers;
    }
}
