using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Cli;

/// <summary>Each command once right, without a host.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Parse_FileFolderAndStdin_PrintsOneLineAMail()
    {
        _cli.Folder.Write("mails/a.eml", Mails.Plain("Ann <a@customer.example>", "First", "hello"));
        _cli.Folder.Write("mails/b.eml", Mails.Plain("b@customer.example", "Second", "hello"));
        _cli.Folder.Write("mails/readme.txt", "no mail");
        _cli.Input = Mails.Plain("c@customer.example", "Third", "hello");

        var result = await _cli.CallAsync("parse", "mails", "-");

        Assert.Equal(0, result.Exit);
        Assert.Equal(["First", "Second", "Third"], result.Lines.Select(l => (string)l["message"]!["subject"]!));
        Assert.Equal(["source", "message", "class", "classReason", "bounce"], result.Lines[0].AsObject().Select(p => p.Key));
        Assert.Equal("human", (string?)result.Lines[0]["class"]);
        Assert.Equal("stdin", (string?)result.Lines[2]["source"]);
        Assert.Contains("1 other", result.Error);
    }

    [Fact]
    public async Task Ingest_FolderTwice_DecidesAndThenAnswersDuplicate()
    {
        for (var i = 0; i < 5; i++) _cli.Folder.Write($"mails/{i}.eml", Mails.Plain($"p{i}@customer.example", $"Subject {i}", "hello"));
        _cli.Folder.Write("mails/9.eml", Mails.WithoutSender());

        var first = await _cli.CallAsync("ingest", "mails");
        var again = await _cli.CallAsync("ingest", "mails");

        Assert.Equal((0, 0), (first.Exit, again.Exit));
        Assert.Equal(["new", "new", "new", "new", "new", "quarantine"], first.Lines.Select(l => (string)l["decision"]!["action"]!));
        Assert.All(again.Lines, l => Assert.Equal("duplicate", (string?)l["decision"]!["action"]));
    }

    [Fact]
    public async Task Ingest_DryRun_DecidesAndStoresNothing()
    {
        _cli.Folder.Write("a.eml", Mails.Plain("a@customer.example", "Dry", "hello"));

        var dry = await _cli.CallAsync("ingest", "a.eml", "--dry-run");
        var real = await _cli.CallAsync("ingest", "a.eml");

        Assert.Equal("new", (string?)dry.Lines[0]["decision"]!["action"]);
        Assert.Equal("new", (string?)real.Lines[0]["decision"]!["action"]);
    }

    [Fact]
    public async Task Ingest_WithNow_InSeedStore_StandsAtThatInstant()
    {
        _cli.Environment["CONNECTOR__Seed__Enabled"] = "true";
        _cli.Folder.Write("a.eml", Mails.Plain("a@customer.example", "Then", "hello"));

        var result = await _cli.CallAsync("ingest", "a.eml", "--now", "2026-01-05T08:00:00Z");

        var id = (string)result.Lines[0]["decision"]!["interactionId"]!;
        var passport = (await _cli.CallAsync("show", id, "--json")).Json;
        Assert.All(passport["timeline"]!.AsArray(), e => Assert.StartsWith("2026-01-05T08:00:00", (string)e!["at"]!));
    }

    [Fact]
    public async Task Show_Interaction_TellsWhatHappenedInOrder_AndMaskedWithoutPersons()
    {
        _cli.Folder.Write("a.eml", Mails.Plain("Rita Roe <rita@customer.example>", "Rita's lamp", "hello"));
        var id = (string)(await _cli.CallAsync("ingest", "a.eml")).Lines[0]["decision"]!["interactionId"]!;

        var open = await _cli.CallAsync("show", id);
        var masked = await _cli.CallAsync("show", id, "--masked", "--json");

        Assert.Equal(0, open.Exit);
        Assert.Contains("rita@customer.example", open.Out);
        Assert.Contains("InteractionOpened", open.Out);
        Assert.Contains("Why here:", open.Out);
        Assert.Contains("no signal leads to a thread", open.Out);
        foreach (var personal in (string[])["rita@customer.example", "Rita Roe", "Rita's lamp"]) Assert.DoesNotContain(personal, masked.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("person-1", (string?)masked.Json["people"]![0]!["address"]);
        Assert.Equal(masked.Json["timeline"]!.AsArray().Select(e => (DateTimeOffset)e!["at"]!).Order(), masked.Json["timeline"]!.AsArray().Select(e => (DateTimeOffset)e!["at"]!));
    }

    [Fact]
    [Trait("Requirement", "D-20")]
    public async Task Show_MailThatNamesAnother_PrintsRuleCandidatesAndFlags()
    {
        _cli.Folder.Write("a.eml", Mails.Plain("rita@customer.example", "Lamp", "hello", "Message-ID: <a@customer.example>"));
        _cli.Folder.Write("b.eml", Mails.Plain("rita@customer.example", "Another lamp", "hello again", "In-Reply-To: <a@customer.example>"));
        var lines = (await _cli.CallAsync("ingest", "a.eml", "b.eml")).Lines;
        var (id, mail) = ((string)lines[1]["decision"]!["interactionId"]!, (string)lines[1]["decision"]!["messageId"]!);

        var text = (await _cli.CallAsync("show", id)).Out;
        var json = (await _cli.CallAsync("show", mail, "--json")).Json;

        Assert.Matches($@"{mail} +append public +{id} +message-id +- +answers a mail we know", text);
        Assert.Matches($@"{mail} +candidate +{id} +message-id +- +first signal", text);
        Assert.Matches($@"{mail} +flags .*SubjectChanged", text);
        var decision = json["timeline"]!.AsArray().Single(e => (string?)e!["id"] == mail)!["decision"]!;
        Assert.Equal("message-id", (string?)decision["matchedBy"]);
        Assert.Equal(id, (string?)decision["candidates"]![0]!["interactionId"]);
    }

    [Fact]
    [Trait("Requirement", "D-19")]
    public async Task Keys_Rotate_MailIsSignedAnewAndIsAudited()
    {
        var first = (await _cli.CallAsync("keys", "rotate", "--json")).Json;
        var second = (await _cli.CallAsync("keys", "rotate", "--json")).Json;
        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        Assert.Contains("signing key rotate", (await _cli.CallAsync("audit", "list")).Out);
    }

    [Fact]
    public async Task Status_WithoutHost_SaysSo()
    {
        _cli.Folder.Write("a.eml", Mails.Plain("a@customer.example", "x", "hello"));
        await _cli.CallAsync("ingest", "a.eml");

        var text = await _cli.CallAsync("status");
        var json = (await _cli.CallAsync("status", "--json")).Json;

        Assert.StartsWith("no host is running\n", text.Out);
        Assert.False((bool)json["running"]!);
        Assert.Equal(1, (int)json["outbox"]![0]!["waiting"]!);
        Assert.NotNull(json["last"]!["mailIn"]);
    }

    [Fact]
    public async Task Quarantine_Commands_ListShowReleaseDiscard()
    {
        _cli.Folder.Write("a.eml", Mails.WithoutSender());
        _cli.Folder.Write("b.eml", Mails.WithoutSender());
        await _cli.CallAsync("ingest", "a.eml", "b.eml");
        var ids = (await _cli.CallAsync("quarantine", "list", "--json")).Json.AsArray().Select(q => (string)q!["id"]!).ToList();

        Assert.Equal(2, ids.Count);
        Assert.Contains("NoSender", (await _cli.CallAsync("quarantine", "show", ids[0])).Out);
        Assert.Equal(0, (await _cli.CallAsync("quarantine", "release", ids[0])).Exit);
        Assert.Equal(0, (await _cli.CallAsync("quarantine", "discard", ids[1], "--reason", "spam")).Exit);
        Assert.Single((await _cli.CallAsync("quarantine", "list", "--state", "Discarded", "--json")).Json.AsArray());
        Assert.Contains("quarantine discard", (await _cli.CallAsync("audit", "list")).Out);
    }

    [Fact]
    public async Task Outbox_Commands_ListGroupShowAndPreview()
    {
        _cli.Folder.Write("a.eml", Mails.Plain("a@customer.example", "x", "hello"));
        await _cli.CallAsync("ingest", "a.eml");
        var row = (string)(await _cli.CallAsync("outbox", "list", "--json")).Json[0]!["id"]!;

        Assert.Contains("Route", (await _cli.CallAsync("outbox", "group")).Out);
        Assert.Contains("a@customer.example", (await _cli.CallAsync("outbox", "show", row)).Out);
        Assert.Contains("will be tried", (await _cli.CallAsync("outbox", "retry", row, "--preview")).Out);
        Assert.Contains("nothing to retry", (await _cli.CallAsync("outbox", "retry", row)).Out);
        Assert.Contains("only a dead letter", (await _cli.CallAsync("outbox", "discard", row, "--reason", "old", "--preview")).Out);
    }

    [Fact]
    public async Task Outbox_OneOfSeveralIsRefused_TheOthersAreToldAndTheExitCodeSays()
    {
        _cli.Folder.Write("a.eml", Mails.Plain("a@customer.example", "x", "hello"));
        await _cli.CallAsync("ingest", "a.eml");
        var row = (string)(await _cli.CallAsync("outbox", "list", "--json")).Json[0]!["id"]!;

        var run = await _cli.CallAsync("outbox", "retry", "o-99999", row);

        Assert.Equal(1, run.Exit);
        Assert.Contains("o-99999: retry refused, there is no outbox row 'o-99999'", run.Out);
        Assert.Contains($"{row}: nothing to retry", run.Out);
    }

    [Fact]
    public async Task Keys_Commands_AddListRevoke()
    {
        var key = (await _cli.CallAsync("keys", "add", "--role", "Agent", "--agent", "ann", "--json")).Json;
        Assert.StartsWith("ck_", (string?)key["key"]);

        var listed = await _cli.CallAsync("keys", "list");
        Assert.Contains((string)key["id"]!, listed.Out);
        Assert.DoesNotContain(((string)key["key"]!).Split('_')[2], listed.Out);
        Assert.Equal(0, (await _cli.CallAsync("keys", "revoke", (string)key["id"]!)).Exit);
        Assert.NotNull((await _cli.CallAsync("keys", "list", "--json")).Json[0]!["revokedAt"]);
    }

    [Fact]
    public async Task Plugins_Commands_ListDescribeCheckAndDesiredState()
    {
        Assert.Contains("Loaded", (await _cli.CallAsync("plugins", "list")).Out);
        var described = (await _cli.CallAsync("plugins", "describe", "Awa", "--json")).Json;
        Assert.NotNull(described["optionsSchema"]!["properties"]);
        Assert.Equal(["awa"], described["instances"]!.AsArray().Select(i => (string)i!));
        var check = await _cli.CallAsync("plugins", "check", "--json");
        Assert.Equal(0, check.Exit);
        Assert.True((bool)check.Json[0]!["ok"]!);

        Assert.Equal(0, (await _cli.CallAsync("plugins", "pause", "awa")).Exit);
        Assert.Equal(0, (await _cli.CallAsync("cursors", "set", "awa", "42")).Exit);
        Assert.Contains("42", (await _cli.CallAsync("cursors", "show")).Out);
        Assert.Equal(0, (await _cli.CallAsync("cursors", "reset", "awa")).Exit);
        Assert.True((bool)(await _cli.CallAsync("status", "--json")).Json["instances"]![0]!["paused"]!);
        foreach (var wish in (string[])["resume", "disable", "enable", "restart"]) Assert.Equal(0, (await _cli.CallAsync("plugins", wish, "awa")).Exit);
        Assert.Contains("instance restart", (await _cli.CallAsync("audit", "list")).Out);
    }

    [Fact]
    public async Task Sweeps_Commands_ListAndRun()
    {
        await _cli.CallAsync("db", "migrate");

        Assert.Contains("wrap-up-safety", (await _cli.CallAsync("sweeps", "list")).Out);
        Assert.Contains("0 would be done", (await _cli.CallAsync("sweeps", "run", "inactivity-closure", "--dry-run")).Out);
        var run = await _cli.CallAsync("sweeps", "run", "inactivity-closure", "--json");
        Assert.Equal(0, run.Exit);
        Assert.NotNull((await _cli.CallAsync("sweeps", "list", "--json")).Json.AsArray().Single(s => (string)s!["name"]! == "inactivity-closure")!["lastRun"]);
    }

    [Fact]
    public async Task Db_Commands_MigrateAndInfo()
    {
        Assert.Equal(2, (await _cli.CallAsync("db", "info")).Exit);
        Assert.Equal(0, (await _cli.CallAsync("db", "migrate")).Exit);
        var info = (await _cli.CallAsync("db", "info", "--json")).Json;
        Assert.Equal("SQLite", (string?)info["kind"]);
        Assert.True((long)info["bytes"]! > 0);
        Assert.Empty(info["pending"]!.AsArray());
        Assert.Equal(0, (long)info["rows"]!["Interactions"]!);
    }

    [Fact]
    public async Task Db_BackupAndRestore_OverwriteNothing()
    {
        Assert.Equal(2, (await _cli.CallAsync("db", "backup", "copy.db")).Exit);
        await _cli.CallAsync("db", "migrate");
        await _cli.CallAsync("keys", "add", "--role", "Supervisor");
        var copy = await _cli.CallAsync("db", "backup", "copy.db", "--json");
        Assert.Equal((0, Path.Combine(_cli.Folder.Path, "copy.db")), (copy.Exit, (string?)copy.Json["file"]));
        var again = await _cli.CallAsync("db", "backup", "copy.db");
        Assert.Equal(2, again.Exit);
        Assert.Contains("overwrites nothing", again.Error, StringComparison.Ordinal);
        await _cli.CallAsync("keys", "add", "--role", "Supervisor");
        var back = await _cli.CallAsync("db", "restore", "copy.db", "--json");
        Assert.Equal(0, back.Exit);
        Assert.True(File.Exists((string?)back.Json["before"]));
        Assert.Equal(1, (long)(await _cli.CallAsync("db", "info", "--json")).Json["rows"]!["ApiKeys"]!);
        Assert.Equal(2, (await _cli.CallAsync("db", "restore", "nothing.db")).Exit);
    }

    /// <summary>A file beside a store is not that store.</summary>
    [Theory]
    [InlineData("nowhere"), InlineData("copy.db"), InlineData("nowhere/connector.db")]
    public async Task Db_MigrateFromWhatIsNoStore_NamesItAndTakesNoOther(string from)
    {
        _cli.Folder.Write("copy.db", "");
        _cli.Folder.Write("connector.db", "");
        _cli.Environment["CONNECTOR__Data__ConnectionString"] = "Host=127.0.0.1;Port=1;Database=x";
        var moved = await _cli.CallAsync("db", "migrate", "--from", from);
        Assert.Equal(2, moved.Exit);
        Assert.Contains($"--from: '{from}' is no ", moved.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "H27")]
    public async Task Config_Commands_TellEveryFaultAndMaskSecrets()
    {
        _cli.Folder.Write("bad.json", """{ "Nonsense": 1, "Rules": { "WrapUpTimeout": "soon" }, "Instances": { "awa": { "Plugin": "Awa", "Options": { "Quues": [] } } } }""");
        _cli.Environment["DB_PASSWORD"] = "s3cr3t-of-db";
        _cli.Folder.Write("appsettings.json", """{ "Data": { "ConnectionString": "Host=db;Username=u;Password=secret:env:DB_PASSWORD" } }""");

        var bad = await _cli.CallAsync("config", "validate", "bad.json", "--json");
        Assert.Equal(2, bad.Exit);
        var keys = bad.Json["faults"]!.AsArray().Select(f => (string)f!["key"]!).ToList();
        Assert.Contains("Nonsense", keys);
        Assert.Contains("Rules:WrapUpTimeout", keys);
        Assert.Contains(keys, k => k.StartsWith("Instances:awa:Options", StringComparison.Ordinal));

        Assert.Equal(0, (await _cli.CallAsync("config", "validate")).Exit);
        var export = await _cli.CallAsync("config", "export");
        Assert.DoesNotContain("s3cr3t-of-db", export.Out);
        Assert.Equal("2m", (string?)JsonNode.Parse(export.Out)!["Rules"]!["WrapUpTimeout"]);
        Assert.Contains("built-in", (await _cli.CallAsync("config", "export", "--sources")).Out);
    }

    [Theory]
    [Trait("Requirement", "H29")]
    [InlineData("run"), InlineData("demo"), InlineData("parse"), InlineData("ingest"), InlineData("status"), InlineData("show")]
    [InlineData("sweeps list"), InlineData("sweeps run"), InlineData("plugins list"), InlineData("plugins describe"), InlineData("plugins check")]
    [InlineData("plugins enable"), InlineData("plugins disable"), InlineData("plugins pause"), InlineData("plugins resume"), InlineData("plugins restart")]
    [InlineData("config validate"), InlineData("config export"), InlineData("outbox list"), InlineData("outbox group"), InlineData("outbox show")]
    [InlineData("outbox retry"), InlineData("outbox edit"), InlineData("outbox discard"), InlineData("quarantine list"), InlineData("quarantine show"), InlineData("quarantine release")]
    [InlineData("quarantine discard"), InlineData("keys add"), InlineData("keys list"), InlineData("keys revoke"), InlineData("audit list")]
    [InlineData("cursors show"), InlineData("cursors set"), InlineData("cursors reset"), InlineData("db migrate"), InlineData("db info"), InlineData("db backup"), InlineData("db restore")]
    [InlineData("codes list"), InlineData("codes add"), InlineData("codes rename"), InlineData("codes retire"), InlineData("codes sync")]
    [InlineData("codes map"), InlineData("codes drift"), InlineData("codes report"), InlineData("targets list"), InlineData("reconcile")]
    public async Task Command_AskedForHelp_ShowsItsUsage(string command)
    {
        var result = await _cli.CallAsync([.. command.Split(' '), "--help"]);

        Assert.Equal(0, result.Exit);
        Assert.Contains($"{command}", result.Out);
        Assert.Contains("--json", result.Out);
    }
}
