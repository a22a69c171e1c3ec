using System.Text;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.BadInput;

/// <summary>Broken and huge mail, through the drop folder and <c>ingest</c> alike: held with its reason, and the next one is taken.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private static readonly byte[] Garbage = Noise();

    private readonly Workspace _work = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Drop_BadMails_AreHeldWithTheirReasonsAndTheNextIsTaken()
    {
        var host = await _work.RunAsync();
        foreach (var (name, bytes) in BadMails()) _work.DropMail(name, bytes);
        _work.DropMail("z-good.eml", Good());
        await Until.TrueAsync("the good one is taken", async () => (await host.Admin.AllAsync("interactions")).Count == 1);
        await Until.TrueAsync("no file waits", () => Directory.GetFiles(_work.Drop).Length == 0);
        Assert.Equal(["NoSender", "NotMail", "NotMail", "TooLarge"], (await host.Admin.AllAsync("admin/quarantine")).Select(q => (string)q["reason"]!).Order(StringComparer.Ordinal));
        Assert.Equal("ready", (string?)(await host.With(null).GetAsync("/health/ready")).Json["status"]);
        await host.StopAsync();
    }

    [Fact]
    public async Task Ingest_BadMails_AreHeldWithTheirReasonsAndTheNextIsTaken()
    {
        foreach (var (name, bytes) in BadMails()) _work.Write($"mails/{name}", bytes);
        _work.Write("mails/z-good.eml", Good());
        var lines = (await _work.CallAsync("ingest", "mails")).With(0).Lines;
        Assert.Equal(["quarantine", "quarantine", "quarantine", "quarantine", "new"], lines.Select(l => (string?)l["decision"]!["action"]));
        var held = (await _work.CallAsync("quarantine", "list", "--json")).With(0).Json.AsArray();
        Assert.Equal(["NoSender", "NotMail", "NotMail", "TooLarge"], held.Select(q => (string)q!["reason"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Parse_BadMails_AnswersALineEachAndNeverFails()
    {
        foreach (var (name, bytes) in BadMails()) _work.Write($"mails/{name}", bytes);
        Assert.Equal(4, (await _work.CallAsync("parse", "mails")).With(0).Lines.Count);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> BadMails() =>
    [
        ("a-huge.eml", Huge()),
        ("b-nobody.eml", Encoding.ASCII.GetBytes("To: support@example.org\r\nSubject: who am I\r\n\r\nhello\r\n")),
        ("c-garbage.eml", Garbage),
        ("d-empty.eml", []),
    ];

    private static byte[] Good() => new Letter("good@customer.example", "anna@customer.example", "Good", "Hello").Bytes;

    private static byte[] Huge()
    {
        var mail = new byte[30 << 20];
        Array.Fill(mail, (byte)'x');
        new Letter("huge@customer.example", "hugo@customer.example", "Huge", "It is all here:").Bytes.CopyTo(mail, 0);
        return mail;
    }

    private static byte[] Noise()
    {
        var noise = new byte[5_000];
        new Random(11).NextBytes(noise);
        return noise;
    }
}
