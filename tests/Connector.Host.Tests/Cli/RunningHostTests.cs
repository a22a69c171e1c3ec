using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Cli;

public sealed class RunningHostTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    [Trait("Requirement", "H30")]
    public async Task Run_WithBuiltInSettings_ShowsADroppedMailOverHttp()
    {
        await using var host = await _cli.HostAsync();
        var drop = (string)host.Places["mail"]![0]!["path"]!;
        var mail = Path.Combine(drop, "a.eml.tmp");
        await File.WriteAllBytesAsync(mail, Mails.Plain("drop@customer.example", "Dropped", "hello"), TestContext.Current.CancellationToken);
        File.Move(mail, Path.Combine(drop, "a.eml"));

        using var client = new HttpClient { BaseAddress = new((string)host.Places["api"]!) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync((string)host.Places["adminKey"]!, TestContext.Current.CancellationToken)).Trim());
        var seen = await UntilAsync(async () => JsonNode.Parse(await client.GetStringAsync("/api/v1/interactions"))!["items"]!.AsArray() is { Count: 1 } items ? items[0] : null);

        Assert.Equal("Dropped", (string?)seen["subject"]);
        Assert.Equal("awa", (string?)seen["routing"]!["instance"]);
        Assert.Contains("Note", seen["allowedActions"]!.AsArray().Select(a => (string)a!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode((string)host.Places["adminKey"]!));
        Assert.Equal(0, await host.StopAsync());
        Assert.DoesNotContain("drop@customer.example", host.Log);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ingest_SeveralChannelsAndNoneNamed_TakesTheOneTheMailWentTo_AndSaysWhereNoneOrSeveralFit(bool withHost)
    {
        _cli.Folder.Write("appsettings.json", "{ \"Channels\": {" + string.Join(',', ((string[])["support", "sales"]).Select(c => $$"""
            "{{c}}": { "Addresses": ["{{c}}@example.org"], "From": "{{c}}@example.org", "Route": { "Instance": "awa", "Queue": "support" } }
            """)) + "} }");
        byte[] To(string addresses, int n) => System.Text.Encoding.ASCII.GetBytes($"From: anna@customer.example\r\nTo: {addresses}\r\nSubject: Mail {n}\r\nMessage-ID: <several-{n}@customer.example>\r\n\r\nhello\r\n");
        string[] addressees = ["sales+offer@example.org", "elsewhere@example.net", "support@example.org, sales@example.org", "support@example.org"];
        for (var n = 0; n < addressees.Length; n++) _cli.Folder.Write($"mails/{n}.eml", To(addressees[n], n));
        await using var host = withHost ? await _cli.HostAsync() : null;

        var dry = withHost ? null : await _cli.CallAsync("ingest", "mails", "--dry-run");
        var result = await _cli.CallAsync("ingest", "mails");

        foreach (var run in new[] { result, dry }.OfType<CliResult>())
        {
            Assert.Equal(1, run.Exit);
            Assert.Equal(["Mail 0", "Mail 3"], run.Lines.Select(l => (string)l["message"]!["subject"]!));
            Assert.Contains("1.eml: mailbox: must be named, one of sales, support: the mail went to no address of a channel", run.Error);
            Assert.Contains("2.eml: mailbox: must be named, one of sales, support: the mail went to each of them", run.Error);
        }
        var shown = await Task.WhenAll(result.Lines.Select(l => _cli.CallAsync("show", (string)l["decision"]!["interactionId"]!, "--json")));
        Assert.Equal(["sales", "support"], shown.Select(s => (string)s.Json["channel"]!));
        Assert.Equal(0, (await _cli.CallAsync("ingest", "mails/2.eml", "--mailbox", "sales")).Exit);
    }

    [Fact]
    public async Task Writes_WithRunningHost_GoToIt()
    {
        await using var host = await _cli.HostAsync();
        _cli.Folder.Write("a.eml", Mails.Plain("a@customer.example", "Through the host", "hello"));
        _cli.Folder.Write("b.eml", Mails.WithoutSender());

        var ingest = await _cli.CallAsync("ingest", "a.eml", "b.eml");
        Assert.Equal(0, ingest.Exit);
        Assert.EndsWith("a.eml", (string?)ingest.Lines[0]["source"]);
        Assert.Equal(["new", "quarantine"], ingest.Lines.Select(l => (string)l["decision"]!["action"]!));
        Assert.Equal(0, (await _cli.CallAsync("quarantine", "release", (string)ingest.Lines[1]["decision"]!["messageId"]!)).Exit);
        Assert.Equal(0, (await _cli.CallAsync("keys", "add", "--role", "Agent", "--agent", "ann")).Exit);
        Assert.Equal(0, (await _cli.CallAsync("sweeps", "run", "wrap-up-timeout")).Exit);
        Assert.Equal(0, (await _cli.CallAsync("plugins", "check")).Exit);
        Assert.Contains("there is no outbox row", (await _cli.CallAsync("outbox", "retry", "o-99999")).Error);
        Assert.Equal(2, (await _cli.CallAsync("sweeps", "run", "wrap-up-timeout", "--now", "2026-01-01T00:00:00Z")).Exit);
        Assert.Contains("admin:", (await _cli.CallAsync("audit", "list")).Out);
    }

    [Fact]
    public async Task Status_WithRunningHost_ShowsItAlive_AndAfterItsEndNoMore()
    {
        var host = await _cli.HostAsync();
        var status = await UntilAsync(async () => (await _cli.CallAsync("status", "--json")).Json is var s && (bool)s["running"]! && (string?)s["instances"]![0]!["state"] == "Running" ? s : null);
        Assert.True((bool)status["hosts"]![0]!["alive"]!);
        Assert.Equal("running", (string?)status["summary"]);

        await _cli.CallAsync("plugins", "pause", "awa");
        var paused = await UntilAsync(async () => (await _cli.CallAsync("status", "--json")).Json is var s && (string?)s["instances"]![0]!["state"] == "Paused" ? s : null);
        Assert.Contains("paused by", (string?)paused["instances"]![0]!["reason"]);

        await host.DisposeAsync();
        Assert.Equal("NotRunning", (string?)(await _cli.CallAsync("status", "--json")).Json["instances"]![0]!["state"]);
    }

    [Fact]
    public async Task Run_SecondOnSameFolder_SaysWhoHasIt()
    {
        await using var host = await _cli.HostAsync();

        var second = await _cli.CallAsync("run");

        Assert.Equal(1, second.Exit);
        Assert.Contains("is in use", second.Error);
    }

    [Fact]
    public async Task Run_PortInUse_SaysSoAndExits1()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _cli.Environment["CONNECTOR__Api__Url"] = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var result = await _cli.CallAsync("run", "--log", "text");

        Assert.Equal(1, result.Exit);
        Assert.Contains("is in use by another program", result.Error);
    }

    [Fact]
    public async Task Run_BeyondLoopbackWithoutTls_IsRefused()
    {
        _cli.Environment["CONNECTOR__Api__Url"] = "http://0.0.0.0:8420";

        var result = await _cli.CallAsync("run");

        Assert.Equal(2, result.Exit);
        Assert.Contains("Api:Url", result.Error);
    }

    [Fact]
    public async Task Run_WithTls_AnswersOverHttps_AndCommandsFindIt()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=connector.example", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        _cli.Folder.Write("tls.pem", certificate.ExportCertificatePem());
        _cli.Folder.Write("tls.key", key.ExportPkcs8PrivateKeyPem());
        _cli.Environment["CONNECTOR__Api__Url"] = "https://127.0.0.1:0";
        _cli.Environment["CONNECTOR__Api__Tls__Certificate"] = "tls.pem";
        _cli.Environment["CONNECTOR__Api__Tls__Key"] = "tls.key";

        await using var host = await _cli.HostAsync();

        Assert.StartsWith("https://127.0.0.1:", (string?)host.Places["api"]);
        Assert.Equal(0, (await _cli.CallAsync("keys", "add", "--role", "Supervisor")).Exit);
        Assert.Contains("POST", host.Log);
    }

    [Fact]
    public async Task Write_WhenTheOwnerHasDied_IsDoneHere()
    {
        await _cli.CallAsync("db", "migrate");
        var file = Path.Combine(_cli.Folder.Path, "connector-data", "connector.owner");
        await File.WriteAllTextAsync(file, $"pid={int.MaxValue}\naddress=http://127.0.0.1:9\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _cli.CallAsync("keys", "add", "--role", "Supervisor")).Exit);
    }

    /// <summary>Asks again until there is an answer; the test's own time limit ends it.</summary>
    private static async Task<JsonNode> UntilAsync(Func<Task<JsonNode?>> ask)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (await ask() is { } answer) return answer;
        }
    }
}
