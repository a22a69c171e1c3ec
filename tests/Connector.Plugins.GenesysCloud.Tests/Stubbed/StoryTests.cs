using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Stubbed;

/// <summary>The life of a conversation on the stubs, and everything that was asked on the way.</summary>
[Collection(GenesysStubs.Collection)]
public sealed partial class StoryTests(GenesysStubs stubs)
{
    private const string Emails = "/api/v2/conversations/emails";

    /// <summary>Every call the plugin makes, with the fields its body may have, as the vendor describes them.</summary>
    private static readonly (string Call, string[] Fields)[] Described =
    [
        ("POST /oauth/token", []),
        ($"POST {Emails}", ["provider", "direction", "queueId", "skillIds", "attributes", "toAddress", "fromAddress", "fromName", "subject"]),
        ($"GET {Emails}/*", []),
        ("GET /api/v2/conversations/*", []),
        ($"PATCH {Emails}/*", ["state"]),
        ($"POST {Emails}/*/inboundmessages", ["provider", "queueId", "attributes", "fromAddress", "subject"]),
        ($"POST {Emails}/*/participants/*/replace", ["transferType", "queueId", "userId"]),
        ($"PATCH {Emails}/*/participants/*/parkingstate", ["state"]),
        ($"PATCH {Emails}/*/participants/*/attributes", ["attributes"]),
        ($"PATCH {Emails}/*/participants/*", ["wrapup", "wrapupSkipped"]),
        ($"POST {Emails}/*/participants/*/communications/*/wrapup", ["code", "notes"]),
        ($"GET {Emails}/*/participants/*/wrapup", []),
        ("POST /api/v2/conversations/*/assign", ["id"]),
        ("POST /api/v2/analytics/conversations/details/query", ["interval", "order", "orderBy", "paging", "segmentFilters"]),
        ("GET /api/v2/routing/queues", []),
        ("GET /api/v2/routing/queues/*/members", []),
        ("GET /api/v2/routing/queues/*/wrapupcodes", []),
        ("POST /api/v2/routing/queues/*/wrapupcodes", ["id"]),
        ("DELETE /api/v2/routing/queues/*/wrapupcodes/*", []),
        ("GET /api/v2/routing/wrapupcodes", []),
        ("POST /api/v2/routing/wrapupcodes", ["name", "description", "division"]),
        ("PUT /api/v2/routing/wrapupcodes/*", ["name", "description", "division"]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Story_FromCreateToCode_GoesThroughEveryState()
    {
        await using var rig = await StubRig.NewAsync(stubs);
        var work = await rig.RoutedAsync();
        List<WorkObservation> seen = [(await rig.SeenAsync(work))!];
        await StepAsync("Alerting");
        await StepAsync("Connected");
        await DoAsync(rig.Genesys.HoldAsync(work with { Agent = Known.Ann }, rig.Mark("k-2"), Cancellation));
        await DoAsync(rig.Genesys.ResumeAsync(work with { Agent = Known.Ann }, rig.Mark("k-3"), Cancellation));
        await DoAsync(rig.Genesys.TransferAsync(work with { Agent = Known.Ann }, new(Known.Billing, null), rig.Mark("k-4"), Cancellation));
        await StepAsync("SecondAlerting");
        await StepAsync("SecondConnected");
        await rig.Genesys.EndAsync(work with { Agent = Known.Bob }, EndStage.ConversationOver, rig.Mark("k-5"), Cancellation);
        seen.Add((await rig.SeenAsync(work))!);
        await rig.Genesys.SetWrapUpAsync(work with { Agent = Known.Bob }, new(Known.RefundPromised, "by mail", rig.Host.Now), rig.Mark("k-6"), Cancellation);
        await rig.Genesys.EndAsync(work with { Agent = Known.Bob }, EndStage.Closed, rig.Mark("k-7"), Cancellation);
        seen.Add((await rig.SeenAsync(work))!);

        WorkState[] states =
        [
            WorkState.Queued, WorkState.PendingAccept, WorkState.Accepted, WorkState.Held, WorkState.Accepted, WorkState.Queued, WorkState.PendingAccept, WorkState.Accepted, WorkState.WrapUp, WorkState.Ended,
        ];
        Assert.Equal(states, seen.Select(s => s.State));
        Assert.Equal(seen.Select(s => s.Rank).Order(), seen.Select(s => s.Rank));
        Assert.Equal((Known.RefundPromised, Known.Bob, Known.Billing, "i-1", 1), (seen[^1].Code, seen[^1].Agent, seen[^1].Queue, seen[^1].InteractionId, seen[^1].Round));

        async Task StepAsync(string state)
        {
            await rig.StepAsync(state);
            seen.Add((await rig.SeenAsync(work))!);
        }

        async Task DoAsync(ValueTask<RoutedWork> call)
        {
            Assert.Equal(work.ExternalId, (await call).ExternalId);
            seen.Add((await rig.SeenAsync(work))!);
        }
    }

    [Fact]
    public async Task Everything_TheAdapterAsks_IsDescribedByTheVendorFieldByField()
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await AskEverythingAsync(rig);
        var asked = (await stubs.JournalAsync(Cancellation)).Select(e => (Call: CallOf(e.Method, e.Url), e.Body)).ToArray();
        foreach (var (call, body) in asked.Where(a => a.Body.Length > 0 && a.Call != "POST /oauth/token"))
            Assert.Empty(FieldsOf(body).Except(Described.Single(d => d.Call == call).Fields));
        Assert.Empty(asked.Select(a => a.Call).Distinct().Except(Described.Select(d => d.Call)));
        Assert.Empty(Described.Select(d => d.Call).Except(asked.Select(a => a.Call)));
    }

    private static async Task AskEverythingAsync(StubRig rig)
    {
        var work = await rig.InAsync("Connected");
        await rig.Genesys.TransferAsync(work, new(Known.Billing, null), rig.Mark("k-1"), Cancellation);
        await rig.Genesys.RouteAsync(rig.Work(round: 2) with { Existing = work.ExternalId }, rig.Mark("k-2"), Cancellation);
        await rig.StepAsync("Connected");
        await rig.Genesys.HoldAsync(work, rig.Mark("k-3"), Cancellation);
        await rig.Genesys.AddMailAsync(work, new("anna@example.org", "More", rig.Host.Now), rig.Mark("k-4"), Cancellation);
        await rig.Genesys.EndAsync(work, EndStage.ConversationOver, rig.Mark("k-5"), Cancellation);
        await rig.Genesys.SetWrapUpAsync(work, new(Known.IssueResolved, "well", rig.Host.Now), rig.Mark("k-6"), Cancellation);
        await rig.StepAsync("WrapUp");
        await rig.Genesys.EndAsync(work, EndStage.Closed, rig.Mark("k-7"), Cancellation);
        await rig.StepAsync("Queued");
        await rig.Genesys.RouteAsync(rig.Work() with { AssignTo = Known.Ann, Skills = ["s-1"], To = "support@example.org", FromName = "Anna" }, rig.Mark("k-8"), Cancellation);
        var code = await rig.Genesys.AddCodeAsync(new("Added code", "By mail", [Known.Support]), rig.Mark("k-9"), Cancellation);
        await rig.Genesys.RenameCodeAsync(code.Id, new("Renamed code", null, [Known.Support]), rig.Mark("k-10"), Cancellation);
        await rig.Genesys.RetireCodeAsync(code.Id, rig.Mark("k-11"), Cancellation);
        await rig.Genesys.FindAsync("i-2", 1, Cancellation);
        await rig.Genesys.CodesAsync(Cancellation);
    }

    private static IEnumerable<string> FieldsOf(string body) => JsonNode.Parse(body) switch
    {
        JsonObject one => one.Select(p => p.Key),
        JsonArray list => list.SelectMany(i => i!.AsObject().Select(p => p.Key)),
        _ => ["not an object"],
    };

    private static string CallOf(string method, string url) => $"{method} {Ids().Replace(url.Split('?')[0], "/*")}";

    [GeneratedRegex("/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
