using System.Net;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Api.Codes;

public sealed class CodeTests(PaperHost paper) : IClassFixture<PaperHost>
{
    private ApiCaller Admin => paper.Host.AsAdmin();

    [Fact]
    [Trait("Requirement", "R186")]
    [Trait("Requirement", "X29")]
    public async Task List_FreshInstall_HasTheBuiltInCodesAndOneDefault()
    {
        var codes = (await Admin.GetAsync("admin/codes")).Json.AsArray();
        var builtIn = codes.Where(c => (string?)c!["origin"] == "BuiltIn").Select(c => ((string)c!["key"]!, (string)c["label"]!)).ToList();
        Assert.Equal([("customer_inactivity", "Closed due to customer inactivity"), ("issue_resolved", "Issue resolved"), ("task_created", "Task created")], builtIn);
        Assert.Equal("issue_resolved", (string?)Assert.Single(codes, c => (bool)c!["default"]!)!["key"]);
    }

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task Code_AddedRenamedRetired_IsToldAndAuditedWithBeforeAndAfter()
    {
        Assert.Equal(HttpStatusCode.OK, (await Admin.PostAsync("admin/codes", new { key = "late", label = "Too late", translations = new { de = "Zu spät" } })).Status);
        Assert.Equal("it has this name already", (string?)(await Admin.PostAsync("admin/codes/late/rename", new { label = "Too late" })).Json["nothing"]);
        await Admin.PostAsync("admin/codes/late/rename", new { label = "Much too late" });
        await Admin.PostAsync("admin/codes/late/retire");
        var code = (await Admin.GetAsync("admin/codes?state=Retired")).Json.AsArray().First(c => (string?)c!["key"] == "late")!;
        Assert.Equal(("Much too late", "Zu spät", "Own"), ((string?)code["label"], (string?)code["translations"]!["de"], (string?)code["origin"]));
        var audit = (await Admin.GetAsync("admin/audit?limit=200")).Json["items"]!.AsArray().Where(a => (string?)a!["target"] == "late").Select(a => ((string)a!["action"]!, (string?)a["before"], (string?)a["after"])).Reverse().ToList();
        Assert.Equal(["code add", "code translate", "code rename", "code retire"], audit.Select(a => a.Item1));
        Assert.StartsWith("late 'Too late'", audit[2].Item2, StringComparison.Ordinal);
        Assert.StartsWith("late 'Much too late'", audit[2].Item3, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "BuiltInCode"), await Admin.PostAsync("admin/codes/issue_resolved/retire") is var a ? (a.Status, a.Rule) : default);
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), await Admin.PostAsync("admin/codes/nope/retire") is var b ? (b.Status, b.Rule) : default);
    }

    [Fact]
    [Trait("Requirement", "X28")]
    public async Task Upsert_SomeSucceed_Answers207AndTellsWhich()
    {
        var mixed = await Admin.PutAsync("admin/codes", """
            [ { "key": "goodwill", "label": "Goodwill", "translations": { "de": "Kulanz", "x": "no language" } },
              { "key": "issue_resolved", "label": "Renamed", "translations": { "de": "Anliegen gelöst" } },
              { "key": "Wrong Key", "label": "Wrong" } ]
            """);
        Assert.Equal(HttpStatusCode.MultiStatus, mixed.Status);
        var results = mixed.Json.AsArray();
        Assert.Equal([(true, null), (false, "BuiltInCode"), (false, "InvalidCode")], results.Select(r => ((bool)r!["done"]!, (string?)r["rule"])));
        Assert.Equal([(true, "de"), (false, "x"), (true, "de")], results.SelectMany(r => r!["translations"]!.AsArray()).Select(t => ((bool)t!["done"]!, (string)t["language"]!)));
        Assert.Contains("key: 1 to 64", (string?)results[2]!["detail"]);

        Assert.Equal(HttpStatusCode.OK, (await Admin.PutAsync("admin/codes", """[ { "key": "goodwill", "label": "Goodwill", "translations": { "de": "Kulanz" } }, { "key": "issue_resolved", "label": "Issue resolved" } ]""")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Admin.PutAsync("admin/codes", """[ { "key": "Wrong Key", "label": "Wrong" } ]""")).Status);
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public async Task Check_CodesNotMapped_FailsAndNamesThem_UntilThePlanIsCarriedOut()
    {
        await using var own = await OwnAsync();
        var admin = own.Host.AsAdmin();
        JsonNode Probe(ApiAnswer answer) => answer.Json[0]!["probes"]!.AsArray().First(p => (string?)p!["name"] == "wrap-up codes")!;
        var before = Probe(await admin.PostAsync("admin/instances/cloud/check"));
        Assert.False((bool)before["ok"]!);
        Assert.Contains("customer_inactivity, issue_resolved, task_created", (string?)before["detail"]);
        Assert.Contains("not mapped", (string?)(await admin.PostAsync("admin/instances/cloud/enable")).Json["notes"]![0]);

        var planned = (await admin.PostAsync("admin/codes/sync", new { instance = "cloud" })).Json[0]!;
        Assert.Equal(["Map", "Map", "Map"], planned["steps"]!.AsArray().Select(s => (string)s!["action"]!));
        Assert.Equal("PlanChanged", (await admin.PostAsync("admin/codes/sync", new { instance = "cloud", apply = "00000000" })).Rule);
        var applied = (await admin.PostAsync("admin/codes/sync", new { instance = "cloud", apply = (string)planned["plan"]! })).Json[0]!;
        Assert.Equal(3, applied["taken"]!.AsArray().Count);

        Assert.True((bool)Probe(await admin.PostAsync("admin/instances/cloud/check"))["ok"]!);
        Assert.Null((await admin.PostAsync("admin/instances/cloud/enable")).Json["notes"]?.AsArray().FirstOrDefault());
        Assert.Empty((await admin.GetAsync("admin/codes/drift?instance=cloud")).Json[0]!["drift"]!.AsArray());
    }

    [Fact]
    public async Task Drift_AsOfNow_IsShownAndNothingIsStored()
    {
        await using var own = await OwnAsync(mapped: true);
        var admin = own.Host.AsAdmin();
        own.Change(v =>
        {
            v["codes"]!.AsArray().Add(JsonNode.Parse("""{ "id": "x", "name": "Vendor own" }"""));
            v["codes"]!.AsArray().RemoveAt(0);
            v["queues"] = JsonNode.Parse("""[{ "id": "q1", "name": "Invoices" }, { "id": "q2", "name": "Sales" }]""");
            v["agents"] = JsonNode.Parse("""[{ "id": "a2", "name": "Ben", "email": "ben@example.org" }]""");
        });
        for (var n = 0; n < 2; n++)
        {
            var drift = (await admin.GetAsync("admin/codes/drift")).Json[0]!;
            Assert.Equal(
                ["Agent AddedThere a2", "Agent DeletedThere a1", "Code DeletedThere r", "Queue AddedThere q2", "Queue RenamedThere q1"],
                drift["drift"]!.AsArray().Select(d => $"{d!["kind"]} {d["change"]} {d["vendorId"]}").Order(StringComparer.Ordinal));
            Assert.Equal(["Code DeletedThere r"], drift["drift"]!.AsArray().Where(d => (bool)d!["breaks"]!).Select(d => $"{d!["kind"]} {d["change"]} {d["vendorId"]}"));
            Assert.Contains(drift["news"]!.AsArray(), d => (string?)d!["vendorId"] == "x" && (string?)d["what"] == "Added");
        }
        Assert.DoesNotContain((await admin.GetAsync("admin/codes")).Json.AsArray(), c => (string?)c!["key"] == "cloud_vendor_own");
    }

    [Fact]
    public async Task Mapping_AndTargets_AskedWrongly_NameWhatThereIs()
    {
        await using var own = await OwnAsync(mapped: true);
        var admin = own.Host.AsAdmin();
        Assert.Equal("vendorCode: must be given", (string?)(await admin.PostAsync("admin/codes/map", new { instance = "cloud" })).Json["detail"]);
        Assert.Equal("CodeMapped", (await admin.PostAsync("admin/codes/map", new { instance = "cloud", vendorCode = "t", code = "issue_resolved" })).Rule);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync("admin/codes/map", new { instance = "cloud", vendorCode = "t", code = "issue_resolved", queue = "Billing" })).Status);
        var mapped = (await admin.GetAsync("admin/codes?instance=cloud")).Json.AsArray().First(c => (string?)c!["key"] == "issue_resolved")!["mappings"]!.AsArray();
        Assert.Equal([(null, "r"), ("q1", "t")], mapped.Select(m => ((string?)m!["queue"], (string)m["vendorId"]!)));

        var id = await own.WorkAsync();
        Assert.Equal([("q2", null), (null, "ben")], (await admin.GetAsync($"admin/targets?interaction={id}")).Json.AsArray().Select(t => ((string?)t!["queue"], (string?)t["agent"])));
        Assert.Equal("NotFound", (await admin.GetAsync("admin/targets?interaction=i-999")).Rule);
    }

    [Fact]
    [Trait("Requirement", "R197")]
    [Trait("Requirement", "R250")]
    public async Task Report_ClosuresOfEverySource_HaveSharesAndNoneIsUndocumented()
    {
        await using var own = await OwnAsync(mapped: true);
        var admin = own.Host.AsAdmin();
        for (var n = 0; n < 4; n++) await admin.PostAsync($"interactions/{await own.WorkAsync()}/close", new { code = "issue_resolved" });
        await admin.PostAsync($"interactions/{await own.WorkAsync()}/create-case", new { subject = "x" });
        await admin.PostAsync($"interactions/{await own.WorkAsync()}/close");
        await admin.PostAsync($"interactions/{await own.Host.MailAsync()}/close", new { reason = "spam" });
        await admin.PostAsync("admin/clock", new { advance = "3m" });
        await admin.PostAsync($"interactions/{await own.WorkAsync()}/hold");
        await admin.PostAsync("admin/clock", new { advance = "6d" });

        var report = (await admin.GetAsync("admin/codes/report?last=30d")).Json;
        Assert.Equal(8, (int)report["closed"]!);
        Assert.Equal([("issue_resolved", 5, 0.625), ("customer_inactivity", 1, 0.125), ("task_created", 1, 0.125)], report["byCode"]!.AsArray().Select(c => ((string)c!["code"]!, (int)c["count"]!, (double)c["share"]!)));
        Assert.Equal([("Agent", 4), ("CaseCreated", 1), ("Inactivity", 1), ("Timeout", 1)], report["bySource"]!.AsArray().Select(s => ((string)s!["source"]!, (int)s["count"]!)));
        Assert.Equal([("Agent", 0.5), ("Automatic", 0.25), ("Timeout", 0.125)], report["byGroup"]!.AsArray().Select(s => ((string)s!["group"]!, (double)s["share"]!)));
        Assert.Equal([("spam", 1)], report["withoutCode"]!.AsArray().Select(w => ((string)w!["reason"]!, (int)w["count"]!)));
        Assert.Equal(0, (int)report["undocumented"]!);
        Assert.Equal(0, (int)(await admin.GetAsync("admin/codes/report?to=2026-03-01T00:00:00Z")).Json["closed"]!);
        Assert.Equal(0, (int)(await admin.GetAsync("admin/codes/report?instance=awa")).Json["closed"]!);
        Assert.Equal("InvalidRequest", (await admin.GetAsync("admin/codes/report?last=soon")).Rule);
    }

    [Fact]
    [Trait("Requirement", "H16")]
    [Trait("Requirement", "H26")]
    public async Task Reconcile_Drift_IsReportedRepairedAndAudited()
    {
        await using var own = await OwnAsync(mapped: true);
        var admin = own.Host.AsAdmin();
        var id = await own.WorkAsync();
        own.Item(id, i => (i["agent"], i["rank"]) = ("ben", (long)i["rank"]! + 1));

        var report = (await admin.PostAsync("admin/reconcile", new { instance = "cloud" })).Json;
        Assert.False((bool)report["clean"]!);
        var difference = report["instances"]![0]!["differences"]!.AsArray().First(d => (string?)d!["field"] == "owner")!;
        Assert.Equal((id, "ann", "ben", "Adopt"), ((string?)difference["record"], (string?)difference["here"], (string?)difference["there"], (string?)difference["repair"]));
        Assert.Equal("ann", (string?)(await admin.GetAsync($"interactions/{id}")).Json["owner"]);

        Assert.Equal(1, (int)(await admin.PostAsync("admin/reconcile", new { repair = true })).Json["repaired"]!);
        Assert.Equal("ben", (string?)(await admin.GetAsync($"interactions/{id}")).Json["owner"]);
        Assert.True((bool)(await admin.PostAsync("admin/reconcile", new { repair = true })).Json["clean"]!);
        var audit = (await admin.GetAsync("admin/audit?limit=200")).Json["items"]!.AsArray();
        Assert.Contains(audit, a => (string?)a!["action"] == "reconcile owner" && (string?)a["target"] == $"cloud {id}" && (string?)a["before"] == "here ann, vendor ben" && (string?)a["after"] == "Adopt");
        Assert.Contains(audit, a => (string?)a!["action"] == "reconcile repair" && (string?)a["after"] == "1 repaired");
    }

    [Fact]
    [Trait("Requirement", "X27")]
    [Trait("Requirement", "R185")]
    public async Task Segment_OpenedAndSubmitted_ShowsCodesOnOfferTimesAndConfirmation()
    {
        await using var own = await OwnAsync(mapped: true);
        var admin = own.Host.AsAdmin();
        var id = await own.WorkAsync();
        await admin.PostAsync($"interactions/{id}/close");
        var open = (await admin.GetAsync($"wrap-up-segments?interaction={id}")).Json["items"]![0]!;
        Assert.Equal(("Open", "issue_resolved", false), ((string?)open["state"], (string?)open["defaultCode"], (bool)open["segmented"]!));
        Assert.Equal(["customer_inactivity", "issue_resolved", "task_created"], open["allowedCodes"]!.AsArray().Select(c => (string)c!["key"]!).Intersect(["customer_inactivity", "issue_resolved", "task_created"]).Order());
        Assert.NotNull((string?)open["externalId"]);

        await admin.PostAsync($"interactions/{id}/wrap-up", new { code = "issue_resolved", notes = "done" });
        var submitted = (await admin.GetAsync($"wrap-up-segments/{open["id"]}")).Json;
        Assert.Equal(("Submitted", true, null), ((string?)submitted["state"], (bool)submitted["awaitingConfirmation"]!, (string?)submitted["confirmedAt"]));
        await own.Host.App.DrainAsync(CancellationToken.None);
        var confirmed = (await admin.GetAsync($"wrap-up-segments/{open["id"]}")).Json;
        Assert.Equal(("Confirmed", false, "done"), ((string?)confirmed["state"], (bool)confirmed["awaitingConfirmation"]!, (string?)confirmed["notes"]));
        Assert.NotNull(confirmed["confirmedAt"]);
        Assert.Contains(own.Calls, c => c.StartsWith("SetWrapUp", StringComparison.Ordinal) && c.EndsWith(" r", StringComparison.Ordinal));
        Assert.Equal("NotFound", (await admin.GetAsync("wrap-up-segments/w-1")).Rule);
    }

    [Fact]
    [Trait("Requirement", "H18")]
    public async Task Sweeps_OfVendors_AreListedAndRunByHandAndDry()
    {
        await using var own = await OwnAsync();
        var admin = own.Host.AsAdmin();
        var names = (await admin.GetAsync("admin/sweeps")).Json.AsArray().Select(s => (string)s!["name"]!).ToList();
        Assert.Contains("code-sync", names);
        Assert.Contains("reconciliation", names);
        own.Change(v => v["codes"]!.AsArray().Add(JsonNode.Parse("""{ "id": "x", "name": "Vendor own" }""")));
        var dry = (await admin.PostAsync("admin/sweeps/code-sync/run", new { dryRun = true })).Json["effects"]!.ToJsonString();
        var real = (await admin.PostAsync("admin/sweeps/code-sync/run")).Json["effects"]!.ToJsonString();
        Assert.Contains("CodeImported", dry);
        Assert.Equal(dry, real);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync("admin/sweeps/reconciliation/run")).Status);
        Assert.NotNull((await admin.GetAsync("admin/sweeps")).Json.AsArray().First(s => (string?)s!["name"] == "reconciliation")!["lastRun"]);
    }

    private static async Task<PaperHost> OwnAsync(bool mapped = false)
    {
        var own = new PaperHost();
        await own.InitializeAsync();
        if (!mapped) return own;
        var admin = own.Host.AsAdmin();
        var plan = (string)(await admin.PostAsync("admin/codes/sync", new { instance = "cloud" })).Json[0]!["plan"]!;
        await admin.PostAsync("admin/codes/sync", new { instance = "cloud", apply = plan });
        return own;
    }
}
