using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Mail;
using Connector.Runtime.Intake;

namespace Connector.Host.Cli.Demo;

/// <summary>The story itself, act by act. What it prints is what the records say.</summary>
internal sealed class DemoStory(DemoWorld world, Action<string> print)
{
    private readonly Dictionary<string, long> _work = [];

    public async Task TellAsync(CancellationToken c)
    {
        await MailComesInAsync(c);
        await WorkIsOfferedAsync(c);
        await AnnaIsAnsweredAsync(c);
        await BertFallsSilentAsync(c);
        await CarlaBecomesACaseAsync(c);
        await TimePassesAsync(c);
    }

    private async Task MailComesInAsync(CancellationToken c)
    {
        Act("Mail comes in");
        foreach (var (who, file) in new[] { ("anna", "01-anna-order.eml"), ("bert", "02-bert-invoice.eml"), ("carla", "03-carla-broken.eml") })
        {
            var line = await world.TakeAsync(file, DemoWorld.Sample(file), c);
            _work[who] = DemoWorld.IdOf(line.Decision!);
            print($"  {file}: from {line.Mail.From[0]}, \"{line.Mail.Subject}\" -> {line.Decision!.InteractionId} ({line.Decision.Reason})");
        }
        var held = await world.TakeAsync("04-no-sender.eml", DemoWorld.Sample("04-no-sender.eml"), c);
        print($"  04-no-sender.eml -> quarantine {held.Decision!.MessageId} ({held.Decision.Reason})");
        var again = await world.TakeAsync("01-anna-order.eml", DemoWorld.Sample("01-anna-order.eml"), c);
        print($"  01-anna-order.eml once more -> {again.Decision!.Action} of {again.Decision.InteractionId}");
    }

    private async Task WorkIsOfferedAsync(CancellationToken c)
    {
        Act("Agents sign in: ann can hold two mails at once, ben one");
        foreach (var agent in new[] { "ann", "ben" }) await world.App.Offers.SetPresenceAsync(agent, AgentPresence.Available, c);
        foreach (var agent in new[] { "ann", "ben" })
            foreach (var offer in await world.App.Offers.OffersAsync(agent, c))
            {
                await world.App.Offers.AcceptAsync(offer.Id, agent, c);
                print($"  {agent} is offered {offer.Offer.InteractionId} \"{offer.Offer.Subject}\" and accepts");
            }
        await world.App.DrainAsync(c);
        foreach (var (who, id) in _work) print($"  {who}'s {RecordId.Interaction(id)} is {(await At(id, c)).State} with {(await At(id, c)).Owner}");
    }

    private async Task AnnaIsAnsweredAsync(CancellationToken c)
    {
        Act("Anna is answered, replies, and her request is closed");
        var id = _work["anna"];
        await SendAsync(id, "Dear Anna,\n\nyour order has left the warehouse and will be with you on Friday.\n\nKind regards\nSupport", c);
        var reply = await world.TakeAsync("anna's reply", await world.AnswerAsync(id, new MailAddress("Anna Lindqvist", "anna.lindqvist@mail.example.net"), "Great, thank you! Friday is fine.", c), c);
        print($"  Anna replies -> {reply.Decision!.Action} to {reply.Decision.InteractionId}, matched by {Word(reply)} ({reply.Decision.Reason}); it is {(await At(id, c)).State} again");
        print($"    her words without the quote: \"{reply.Mail.ReplyText.Trim()}\"");
        await DoAsync(id, new AgentClose { InteractionId = id, At = Now, By = await OwnerOf(id, c), Correlation = "demo" }, c);
        print($"  the agent closes it: {(await At(id, c)).State}, a code is due by {(await At(id, c)).WrapUpDue:HH:mm:ss}");
        var ran = await world.App.Time.AdvanceAsync(TimeSpan.FromMinutes(3), c);
        Tell(ran.Ran.SelectMany(r => r.Effects.Select(e => (r.Sweep, e))));
    }

    private async Task BertFallsSilentAsync(CancellationToken c)
    {
        Act("Bert is asked something and the mail waits on hold");
        await SendAsync(_work["bert"], "Dear Bert,\n\nwhich of the two invoices do you mean?\n\nKind regards\nSupport", c);
        print($"  it is {(await At(_work["bert"], c)).State}; without an answer it closes on {(await At(_work["bert"], c)).InactivityDue:yyyy-MM-dd}");
    }

    private async Task CarlaBecomesACaseAsync(CancellationToken c)
    {
        Act("Carla's request needs more than an answer");
        var id = _work["carla"];
        await DoAsync(id, new AgentCreateCase { InteractionId = id, At = Now, By = await OwnerOf(id, c), Correlation = "demo", Description = "Replacement to be arranged." }, c);
        var now = await At(id, c);
        print($"  case {RecordId.Case(now.CaseId)} is made; {RecordId.Interaction(id)} is {now.State} with code {now.Code} (source {now.CodeSource})");
    }

    private async Task TimePassesAsync(CancellationToken c)
    {
        Act("Six days pass");
        var ran = await world.App.Time.AdvanceAsync(TimeSpan.FromDays(6), c);
        Tell(ran.Ran.SelectMany(r => r.Effects.Select(e => (r.Sweep, e))));
    }

    private async Task SendAsync(long id, string text, CancellationToken c)
    {
        await DoAsync(id, new AgentReply { InteractionId = id, At = Now, By = await OwnerOf(id, c), Correlation = "demo", Text = text }, c);
        var newest = new DirectoryInfo(world.Outgoing).GetFiles("*.eml").MaxBy(f => f.LastWriteTimeUtc)!;
        var sent = MailReader.Read(await File.ReadAllBytesAsync(newest.FullName, c));
        print($"  {(await At(id, c)).Owner} answers: \"{sent.Subject}\" to {string.Join(", ", sent.To)} ({newest.Name}); now {(await At(id, c)).State}");
    }

    private void Tell(IEnumerable<(string Sweep, Runtime.Sweeps.SweepEffect Effect)> effects)
    {
        foreach (var (sweep, effect) in effects) print($"  sweep {sweep}: {effect.Id} {effect.Before} -> {effect.After} ({effect.Why})");
    }

    private Task DoAsync(long id, InteractionCommand command, CancellationToken c) => world.CommandAsync(command, c);

    private DateTimeOffset Now => world.App.Clock.Now;

    private Task<Interaction> At(long id, CancellationToken c) => world.InteractionAsync(id, c);

    private async Task<Actor> OwnerOf(long id, CancellationToken c) => Actor.OfAgent((await At(id, c)).Owner ?? throw new Running.CommandFailedException($"{RecordId.Interaction(id)} has no owner"));

    private static string Word(IngestLine line) => System.Text.Json.JsonSerializer.Serialize(line.Decision!.MatchedBy).Trim('"');

    private void Act(string title)
    {
        print("");
        print($"== {title}");
    }
}
