using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;

namespace Connector.Storage.Tests.Stores;

/// <summary>The catalogue in the store: the real rules decide, both databases keep.</summary>
public abstract class CodeStoreTests(ITestPlace place) : StoreTests(place)
{
    private static readonly Setup Setup = AskedRules.Setup with
    {
        Capabilities = ImmutableDictionary<string, Capability>.Empty.Add("cloud", Capability.ListCodes | Capability.SaveCodes),
    };

    private static readonly Actor Admin = new("admin:root", AgentRole.Administrator);

    private Task<Outcome> GiveAsync(Input input) => Store.WritePath(new EngineRules(), () => Setup).HandleAsync(input, Urgency.Command, Cancellation);

    private static CatalogueRead Read(params VendorCode[] codes) => new() { Instance = "cloud", Codes = codes, At = Samples.Now, By = Actor.Sweep("code-sync"), Correlation = "c" };

    private static MapCode Map(string vendor, string? code) => new() { Instance = "cloud", VendorCode = vendor, Code = code, At = Samples.Now, By = Admin, Correlation = "c" };

    private static AddCode Add(string key, string label, bool push = false) => new() { Key = key, Label = label, Push = push, At = Samples.Now, By = Admin, Correlation = "c" };

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task Codes_AddedRenamedRetired_AreReadBackAndTheMarkMoves()
    {
        var marks = new List<long> { await Store.Codes.MarkAsync(Cancellation) };
        Assert.Equal(BuiltInCodes.All.Keys.Order(), (await Store.Codes.ReadAsync(null, Cancellation)).Codes.Keys);
        Input[] acts =
        [
            Add("refund", "Refund"),
            new RenameCode { Key = "refund", Label = "Refund issued", At = Samples.Now, By = Admin, Correlation = "c" },
            new TranslateCode { Key = "refund", Language = "de", Label = "Erstattet", At = Samples.Now, By = Admin, Correlation = "c" },
            new TranslateCode { Key = "issue_resolved", Language = "de", Label = "Gelöst", At = Samples.Now, By = Admin, Correlation = "c" },
            new RetireCode { Key = "refund", At = Samples.Now, By = Admin, Correlation = "c" },
        ];
        foreach (var act in acts)
        {
            Assert.IsType<Answer.Done>((await GiveAsync(act)).Answer);
            marks.Add(await Store.Codes.MarkAsync(Cancellation));
        }
        await ReopenAsync();
        var codes = (await Store.Codes.ReadAsync(null, Cancellation)).Codes;
        Assert.Equal(("Refund issued", "Erstattet", CodeState.Retired, 4L), (codes["refund"].Label, codes["refund"].LabelIn("de"), codes["refund"].State, codes["refund"].Version));
        Assert.Equal(("Gelöst", CodeOrigin.BuiltIn), (codes["issue_resolved"].LabelIn("de"), codes["issue_resolved"].Origin));
        Assert.Equal(marks.Count, marks.Distinct().Count());
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public async Task Catalogue_ReadMappedAndRemapped_IsKept()
    {
        Assert.IsType<Answer.Done>((await GiveAsync(Read(new("v1", "Solved", ["q1", "q2"]), new("v2", "Money back")))).Answer);
        Assert.IsType<Answer.Nothing>((await GiveAsync(Read(new("v1", "Solved", ["q1", "q2"]), new("v2", "Money back")))).Answer);
        Assert.IsType<Answer.Done>((await GiveAsync(Map("Solved", "issue_resolved"))).Answer);
        var catalogue = await Store.Codes.ReadAsync("cloud", Cancellation);
        Assert.Equal(["cloud v1 = issue_resolved", "cloud v2 = cloud_money_back"], catalogue.Mappings.Values.Select(m => m.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal((CodeState.Retired, "q1 q2"), (catalogue.Codes["cloud_solved"].State, catalogue.Entry("cloud", EntryKind.Code, "v1")!.Detail));
        Assert.IsType<Answer.Done>((await GiveAsync(Map("v1", null))).Answer);
        Assert.IsType<Answer.Done>((await GiveAsync(Map("v1", "issue_resolved"))).Answer);
        Assert.Equal("v1", new CodeMap((await Store.Codes.ReadAsync(null, Cancellation)).Mappings.Values).VendorIdOf("cloud", "any", "issue_resolved"));
    }

    [Fact]
    public async Task OnePlace_TwoMappings_AreRefusedByTheStore()
    {
        CodeMapping mapping = new() { Id = 1, Tenant = "default", Instance = "cloud", VendorId = "v1", Code = "a", CreatedAt = Samples.Now };
        await StoreAsync(mapping, mapping with { Id = 2, Queue = "q1" }, mapping with { Id = 3, EndedAt = Samples.Now });
        await Assert.ThrowsAnyAsync<Exception>(() => StoreAsync(mapping with { Id = 4, Code = "b" }));
        await Assert.ThrowsAnyAsync<Exception>(() => StoreAsync(mapping with { Id = 5, VendorId = "v2" }));
    }

    [Fact]
    public async Task PushedCode_Taken_IsMappedWithTheResultOfTheCall()
    {
        await GiveAsync(Add("refund", "Refund", push: true));
        var row = (await Store.Outbox.ClaimAsync("cloud", 10, Samples.Now, "host", TimeSpan.FromMinutes(1), Cancellation)).Rows.Single();
        var outcome = await GiveAsync(new CallFinished { At = Samples.Now, By = Actor.OfInstance("cloud"), Correlation = "c", OutboxId = row.Id, Result = new CallResult.Succeeded("v7") });
        Assert.IsType<Answer.Done>(outcome.Answer);
        var catalogue = await Store.Codes.ReadAsync("cloud", Cancellation);
        Assert.Equal("cloud v7 = refund", catalogue.Mappings.Values.Single().ToString());
        Assert.Equal("Refund", catalogue.Entry("cloud", EntryKind.Code, "v7")!.KnownName);
    }

    [Fact]
    public async Task WithCode_BringsTheDossierAndTheCatalogue()
    {
        await StoreAsync(Samples.Thread(10), Samples.Interaction(1, thread: 10));
        await GiveAsync(Read(new VendorCode("v1", "Solved")));
        var known = await LookUpAsync(new LookUp.WithCode(new LookUp.Interaction(1), "cloud"));
        Assert.Equal((1L, "cloud_solved"), (known.Dossier!.Interactions.Single().Id, known.Catalogue!.Mappings.Values.Single().Code));
    }
}

public sealed class CodeStoreOnSqliteTests() : CodeStoreTests(new SqlitePlace());

public sealed class CodeStoreOnPostgresTests(PostgresServer server) : CodeStoreTests(new PostgresPlace(server));
