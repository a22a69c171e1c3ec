using Connector.Engine;
using Connector.Engine.Cases;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Host.Cli.Output;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Cli.Demo;

/// <summary>What the story leaves: read from the store, not remembered.</summary>
internal sealed record DemoEnding(IReadOnlyList<DemoRow> Interactions, int Quarantined, int MailsSent, string Folder)
{
    public static async Task<DemoEnding> OfAsync(DemoWorld world, CancellationToken cancellation)
    {
        await using var db = world.App.Store.Read();
        var interactions = await db.Set<Interaction>().OrderBy(i => i.Id).ToListAsync(cancellation);
        var numbers = await db.Set<Case>().ToDictionaryAsync(c => c.Id, c => c.NumberText, cancellation);
        return new DemoEnding(
            [.. interactions.Select(i => DemoRow.Of(i, i.CaseId is { } id ? numbers[id] : null))],
            await db.Set<QuarantineItem>().CountAsync(cancellation),
            Directory.Exists(world.Outgoing) ? Directory.GetFiles(world.Outgoing, "*.eml").Length : 0,
            world.Folder.Path);
    }

    public static void Write(DemoEnding ending, Printer print)
    {
        print.Text("");
        print.Table(new Table("interaction", "customer", "subject", "state", "last owner", "code", "source", "case")
            .AddAll(ending.Interactions, r => [r.Id, r.Customer, r.Subject, r.State, r.Owner, r.Code, r.Source, r.Case]));
        print.Text($"\n{ending.MailsSent} mails sent, {ending.Quarantined} in quarantine. All of it is in {ending.Folder}");
        print.Text($"Look closer:  connector show {ending.Interactions[0].Id} --settings {Path.Combine(ending.Folder, "appsettings.json")} --data {Path.Combine(ending.Folder, "data")}");
    }
}

internal sealed record DemoRow(string Id, string Customer, string Subject, string State, string? Owner, string? Code, string? Source, string? Case)
{
    public static DemoRow Of(Interaction i, string? number) =>
        new(RecordId.Interaction(i.Id), i.CustomerName.Length > 0 ? i.CustomerName : i.CustomerAddress, i.Subject, i.State.ToString(), i.Owner, i.Code, i.CodeSource?.ToString(), number);
}
