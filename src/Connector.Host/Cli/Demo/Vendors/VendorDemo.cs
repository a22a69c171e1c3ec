using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Mail;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Cli.Demo.Vendors;

/// <summary>The story with a vendor outside who routes: taken there, answered here, parked, resumed, transferred, wrapped up; both sides in step. What it prints is what the records say.</summary>
internal sealed class VendorDemo(DemoWorld world, StubServer stubs, StubStory story, Action<string> print)
{
    private long _id;

    public async Task TellAsync(CancellationToken c)
    {
        await LookAsync(c);
        await MailIsRoutedAsync(c);
        await AnsweredAndHeldAsync(c);
        await HandedOverAsync(c);
        await WrappedUpAsync(c);
        await CallsAsync(c);
    }

    private async Task LookAsync(CancellationToken c)
    {
        Act("The instance is checked, its codes are read");
        var instance = world.App.Instances.Find("vendor")!;
        print($"  vendor is {instance.Status.State}{(instance.Status.Reason is { } why ? $": {why}" : "")}");
        foreach (var probe in await instance.CheckAsync(c)) print($"  {(probe.Ok ? "ok " : "NOT")} {probe.Name}: {probe.Detail}");
        await world.ReadCodesAsync("vendor", c);
        foreach (var mapping in world.App.Setup.CodeMap.All.OrderBy(m => m.Code, StringComparer.Ordinal)) print($"  code {mapping.Code} is {mapping.VendorId} there");
    }

    private async Task MailIsRoutedAsync(CancellationToken c)
    {
        Act("Mail comes in and is routed by the vendor");
        var line = await world.TakeAsync("01-anna-order.eml", DemoWorld.Sample("01-anna-order.eml"), c);
        _id = DemoWorld.IdOf(line.Decision!);
        print($"  01-anna-order.eml: from {line.Mail.From[0]} -> {line.Decision!.InteractionId}");
        await SayAsync("the vendor queues it", c);
        await stubs.StepAsync(story.Taken, c);
        await world.App.DrainAsync(c);
        await SayAsync("an agent takes it at the vendor", c);
    }

    private async Task AnsweredAndHeldAsync(CancellationToken c)
    {
        Act("The agent answers, the customer replies");
        await DoAsync(new AgentReply { InteractionId = _id, At = Now, By = await OwnerAsync(c), Correlation = "demo", Text = "Dear Anna,\n\nwhich address shall it go to?\n\nKind regards\nSupport" }, c);
        await SayAsync("answered; the vendor parks it, so that the agent is free", c);
        var reply = await world.TakeAsync("anna's reply", await world.AnswerAsync(_id, new MailAddress("Anna Lindqvist", "anna.lindqvist@mail.example.net"), "The new one, please.", c), c);
        await SayAsync($"Anna replies ({reply.Decision!.Action}); the vendor gives it back to its owner", c);
    }

    private async Task HandedOverAsync(CancellationToken c)
    {
        Act("It is handed to another queue");
        var interaction = await At(c);
        var authorised = await world.App.Transfers.AuthorisedAsync(interaction, c);
        print($"  on offer: {string.Join(", ", TransferTargets.OnOffer(interaction, authorised).Select(t => t.Name ?? t.Agent ?? t.Queue))}");
        await DoAsync(new AgentTransfer { InteractionId = _id, At = Now, By = await OwnerAsync(c), Correlation = "demo", Queue = story.SecondQueue, Authorised = authorised }, c);
        await SayAsync("the vendor took it; owner and capacity are given up", c);
        await stubs.StepAsync(story.TakenAgain, c);
        await world.App.DrainAsync(c);
        await SayAsync("another agent takes it at the vendor", c);
        await using var db = world.App.Store.Read();
        var t = await db.Transfers.FirstAsync(x => x.InteractionId == _id, c);
        print($"  transfer {RecordId.Transfer(t.Id)}: {t.State}; {t.SourceAgent} ({t.SourceQueue}) -> {t.TargetAgent} ({t.TargetQueue}); requested {t.RequestedAt:HH:mm:ss}, accepted {t.AcceptedAt:HH:mm:ss}, assigned {t.AssignedAt:HH:mm:ss}");
    }

    private async Task WrappedUpAsync(CancellationToken c)
    {
        Act("The agent closes it with a code");
        await DoAsync(new AgentClose { InteractionId = _id, At = Now, By = await OwnerAsync(c), Correlation = "demo", Code = "issue_resolved" }, c);
        await SayAsync("closed on both sides", c);
        await using var db = world.App.Store.Read();
        foreach (var s in await db.Set<WrapUpSegment>().Where(s => s.InteractionId == _id).OrderBy(s => s.Id).ToListAsync(c))
            print($"  segment of {s.Agent}: {s.State}, code {s.Code ?? "none"}{(s.ConfirmedAt is { } at ? $", confirmed {at:HH:mm:ss}" : "")}");
    }

    private async Task CallsAsync(CancellationToken c)
    {
        Act("What the vendor was asked to do");
        var journal = await stubs.JournalAsync(c);
        foreach (var (call, known) in journal.Where(j => !j.Call.StartsWith("GET ", StringComparison.Ordinal) || !j.Known))
            print($"  {call}{(known ? "" : "   NOT KNOWN TO THE STUBS")}");
        print($"  and {journal.Count(j => j.Call.StartsWith("GET ", StringComparison.Ordinal))} reads");
    }

    private async Task SayAsync(string what, CancellationToken c)
    {
        var i = await At(c);
        print($"  {what}: {RecordId.Interaction(_id)} is {i.State}{(i.Owner is { } owner ? $" with {owner}" : "")}, in queue {i.Queue}, work {i.ExternalId}");
    }

    private Task DoAsync(InteractionCommand command, CancellationToken c) => world.CommandAsync(command, c);

    private DateTimeOffset Now => world.App.Clock.Now;

    private Task<Interaction> At(CancellationToken c) => world.InteractionAsync(_id, c);

    private async Task<Actor> OwnerAsync(CancellationToken c) =>
        Actor.OfAgent((await At(c)).Owner ?? throw new Running.CommandFailedException($"{RecordId.Interaction(_id)} has no owner: what the stubs show did not arrive"));

    private void Act(string title)
    {
        print("");
        print($"== {title}");
    }
}
