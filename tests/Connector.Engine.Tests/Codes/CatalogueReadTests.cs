using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Codes;

public sealed class CatalogueReadTests
{
    private readonly CodePlay _play = new();

    [Fact]
    [Trait("Requirement", "D-35")]
    public void Read_UnmappedCodes_AreImportedAsExternalAndWrittenDown()
    {
        Answers.Done(_play.Sees(new VendorCode("v1", "Refund – 退款 ok"), new VendorCode("v2", "Unused", Queues: [])));
        var code = _play.Catalogue.Code("cloud_refund_ok")!;
        Assert.Equal((CodeOrigin.External, CodeState.Active, "cloud", "v1", "Refund – 退款 ok"), (code.Origin, code.State, code.Instance, code.VendorId, code.Label));
        Assert.Equal(CodeState.Retired, _play.Catalogue.Code("cloud_unused")!.State);
        Assert.Equal("cloud_refund_ok", _play.Map.CodeOf("cloud", "remote", "v1"));
        Assert.Equal(2, _play.Lines.Count(l => l.What == "CodeImported"));
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public void Read_SameNameAsOurs_IsMappedByThePlanAndNotSilently()
    {
        _play.Sees(new VendorCode("v1", "ISSUE Resolved"));
        Assert.Null(_play.Map.CodeOf("cloud", "", "v1"));
        var item = Assert.Single(_play.Drift, d => d.Change == DriftChange.SameName);
        Assert.Equal(("v1", "issue_resolved"), (item.VendorId, item.Code));
        var step = Assert.Single(_play.Plan.Steps, s => s.Action == PlanAction.Map);
        Answers.Done(_play.Apply(null, step.Number));
        Assert.Equal("v1", _play.Map.VendorIdOf("cloud", "remote", "issue_resolved"));
        Assert.DoesNotContain(_play.Catalogue.Codes.Values, c => c.Origin == CodeOrigin.External);
    }

    [Fact]
    public void Read_SettingsNameCodes_AreTheMappingToBeginWith()
    {
        _play.Give(CodePlay.Read([new("v1", "Done"), new("v2", "Task")], null, null, ("issue_resolved", "done"), ("task_created", "v2"), ("customer_inactivity", "missing")));
        Assert.Equal(("v1", "v2", null), (_play.Map.VendorIdOf("cloud", "", "issue_resolved"), _play.Map.VendorIdOf("cloud", "", "task_created"), _play.Map.VendorIdOf("cloud", "", "customer_inactivity")));
        _play.MapTo("v1", null);
        _play.Add("done", "Done already");
        _play.MapTo("v1", "done");
        _play.Give(CodePlay.Read([new("v1", "Done"), new("v2", "Task")], null, null, ("issue_resolved", "v2")));
        Assert.Equal("done", _play.Map.CodeOf("cloud", "", "v1"));
    }

    [Fact]
    public void Read_TheSameAgain_IsNothing()
    {
        _play.Sees(new VendorCode("v1", "One", ["b", "a"]));
        var before = _play.Scenario.Store.Snapshot().Count;
        Answers.Nothing(_play.Sees(new VendorCode("v1", "One", ["a", "b"])));
        Assert.Equal(before, _play.Scenario.Store.Snapshot().Count);
    }

    [Fact]
    public void Read_EmptyAfterFull_IsRefusedAndNothingIsTakenForDeleted()
    {
        _play.Sees(new VendorCode("v1", "One"));
        Answers.Refused("EmptyCatalogue", _play.Sees());
        Assert.DoesNotContain(_play.Drift, d => d.Change == DriftChange.DeletedThere);
    }

    [Fact]
    public void Read_News_AreToldEachOnce()
    {
        _play.Give(CodePlay.Read([new("v1", "One"), new("v2", "Two")], [new("q1", "Billing")], [new("a1", "Ann", "Ann@x.example")]));
        var result = Answers.Result<CatalogueResult>(_play.Give(CodePlay.Read([new("v1", "Uno"), new("v3", "Three")], [new("q2", "Sales")], [new("a1", "Anna", "ann@x.example")])));
        Assert.Equal(
            ["Agent Renamed a1", "Code Added v3", "Code Deleted v2", "Code Renamed v1", "Queue Added q2", "Queue Deleted q1"],
            result.News.Select(n => $"{n.Kind} {n.What} {n.VendorId}").Order(StringComparer.Ordinal));
        Assert.Empty(Assert.IsType<CatalogueResult>(Assert.IsType<Answer.Nothing>(_play.Give(CodePlay.Read([new("v1", "Uno"), new("v3", "Three")], [new("q2", "Sales")], [new("a1", "Anna", "ann@x.example")]))).Result).News);
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public void Import_OfACodeThatWorkIsClosedWith_HappensInTheSameTransaction()
    {
        var scenario = _play.Scenario;
        scenario.Mail(new TestMail(), "remote");
        var interaction = scenario.Store.Where<Engine.Interactions.Interaction>(_ => true)[0];
        var input = new Engine.Routing.Observed
        {
            At = scenario.Now, By = Actor.OfInstance("cloud"), Correlation = "seen", Instance = "cloud",
            Work = new() { ExternalId = "w1", InteractionId = RecordId.Interaction(interaction.Id), State = WorkState.Ended, Rank = 1, Code = "v9", At = scenario.Now },
        };
        var known = scenario.Door.Known(input);
        var p = new Proceedings(known.Dossier!, input, new Given(scenario.Door.Setup, new CountingFresh(9)));
        Assert.Equal("cloud_v9", VendorCodes.CodeOf(p, known, "cloud", "remote", "v9"));
        var outcome = p.Close(new Answer.Done());
        Assert.Equal("v9", Assert.Single(outcome.Inserts.OfType<CatalogueCode>()).VendorId);
        Assert.Equal("cloud_v9", Assert.Single(outcome.Inserts.OfType<CodeMapping>()).Code);
        scenario.Store.Apply(outcome);
        Assert.Equal("cloud_v9", VendorCodes.CodeOf(p, scenario.Door.Known(input), "cloud", "remote", "v9"));
    }
}
