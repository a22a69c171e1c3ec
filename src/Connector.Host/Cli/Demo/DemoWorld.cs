using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Threads;
using Connector.Host.Cli.Running;
using Connector.Mail;
using Connector.Runtime.Codes;
using Connector.Runtime.Hosting;
using Connector.Runtime.Intake;
using Connector.Runtime.Settings.Loading;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Host.Cli.Demo;

/// <summary>The host of the story: the real parts, driven by hand so that the story is the same each time.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private DemoWorld(DemoFolder folder, ConnectorApp app) => (Folder, App) = (folder, app);

    public DemoFolder Folder { get; }

    public ConnectorApp App { get; }

    public string Outgoing => App.Folder.Resolve(App.Settings.Mail.Pickup);

    public static async Task<DemoWorld> OpenAsync(DemoFolder folder, TimeProvider time, CancellationToken cancellation)
    {
        var loaded = SettingsLoader.Load(new() { File = folder.SettingsFile, Folder = folder.Path });
        if (loaded.Settings is null) throw new WrongSettingsException(loaded.Faults, loaded.File);
        var app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, NullLoggerFactory.Instance, time, cancellation);
        await app.StartInstancesAsync(cancellation);
        return new DemoWorld(folder, app);
    }

    public async Task<IngestLine> TakeAsync(string name, byte[] mail, CancellationToken cancellation)
    {
        var line = await App.Intake.TakeAsync("support", mail, name, cancellation);
        await App.DrainAsync(cancellation);
        return line;
    }

    /// <summary>A mail that ships beside the host.</summary>
    public static byte[] Sample(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "mocks", "mail", "demo", name));

    public async Task CommandAsync(InteractionCommand command, CancellationToken cancellation)
    {
        var outcome = await App.Door.HandleAsync(command, Urgency.Command, cancellation);
        if (outcome.Answer is Answer.Refused refused) throw new CommandFailedException($"{command.GetType().Name} was refused: {refused.Why}");
        await App.DrainAsync(cancellation);
    }

    /// <summary>What the code-sync sweep does, for one instance.</summary>
    public async Task ReadCodesAsync(string instance, CancellationToken cancellation)
    {
        var read = await CatalogueReader.ReadAsync(App.Instances.Find(instance)!, App.Clock.Now, Actor.Sweep("code-sync"), "demo", cancellation);
        await App.Door.HandleAsync(read, Urgency.Sweep, cancellation);
    }

    public async Task<Interaction> InteractionAsync(long id, CancellationToken cancellation)
    {
        await using var db = App.Store.Read();
        return await db.Set<Interaction>().FirstAsync(i => i.Id == id, cancellation);
    }

    /// <summary>The customer's answer to the last mail we sent on the interaction, as a mail program would write it.</summary>
    public async Task<byte[]> AnswerAsync(long interaction, MailAddress customer, string text, CancellationToken cancellation)
    {
        await using var db = App.Store.Read();
        var sent = await db.Set<Engine.Messages.Message>().Where(m => m.InteractionId == interaction && m.Direction == Direction.Outbound).OrderBy(m => m.Id).LastAsync(cancellation);
        var ours = MailReader.Read((await App.Store.RawMails.GetAsync(sent.Id, cancellation))!);
        return MailWriter.Write(new OutgoingMail
        {
            From = customer,
            To = ours.ReplyTo,
            Subject = ours.Subject,
            Date = App.Clock.Now,
            MessageId = $"answer-{sent.Id}@mail.example.net",
            InReplyTo = [ours.MessageId!],
            References = [.. ours.References, ours.MessageId!],
            Text = $"{text}\n\nOn {ours.Date:R}, Support wrote:\n{string.Join('\n', ours.Text.Split('\n').Select(l => "> " + l))}\n",
        });
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public static long IdOf(MailDecision decision) =>
        Engine.RecordId.TryParse(decision.InteractionId, 'i', out var id) ? id : throw new CommandFailedException($"the mail became no interaction: {decision.Reason}");
}
