using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Codes;

public sealed class CatalogueTests
{
    private readonly CodePlay _play = new();

    [Fact]
    [Trait("Requirement", "R198")]
    [Trait("Requirement", "X29")]
    public void Administrator_AddsRenamesRetires_AndBuiltInsStay()
    {
        Answers.Done(_play.Add("refund", "Refund"));
        Answers.Done(_play.Rename("refund", "Refund issued"));
        Assert.Equal("Refund issued", _play.Setup.Codes["refund"]);
        Answers.Done(_play.Retire("refund"));
        Assert.DoesNotContain("refund", _play.Setup.Codes.Keys);
        foreach (var key in BuiltInCodes.All.Keys)
        {
            Answers.Refused("BuiltInCode", _play.Rename(key, "Other"));
            Answers.Refused("BuiltInCode", _play.Retire(key));
        }
        Assert.Equal(BuiltInCodes.All.Keys.Order(), _play.Setup.Codes.Keys.Order());
        var lines = _play.Lines.Where(l => l.What.StartsWith("Code", StringComparison.Ordinal)).Select(l => (l.What, l.By, l.Before, l.After));
        Assert.Equal(
            [("CodeAdded", "admin:root", null, "refund 'Refund'"), ("CodeRenamed", "admin:root", "refund 'Refund'", "refund 'Refund issued'"), ("CodeRetired", "admin:root", "refund 'Refund issued'", "refund 'Refund issued' retired")],
            lines);
    }

    [Fact]
    [Trait("Requirement", "D-38")]
    public void BuiltIn_Translated_KeepsKeyAndLabel()
    {
        Answers.Done(_play.Translate("issue_resolved", "de", "Anliegen gelöst"));
        var code = _play.Catalogue.Code("issue_resolved")!;
        Assert.Equal(("Issue resolved", "Anliegen gelöst", "Issue resolved", CodeOrigin.BuiltIn), (code.Label, code.LabelIn("de"), code.LabelIn("fr"), code.Origin));
        Answers.Done(_play.Translate("issue_resolved", "de", null));
        Assert.Equal("Issue resolved", _play.Catalogue.Code("issue_resolved")!.LabelIn("de"));
    }

    [Fact]
    [Trait("Requirement", "D-38")]
    public void Default_OfAnyChannel_IsNotRetired()
    {
        _play.Add("closed", "Closed");
        var channel = _play.Setup.Channel("sales")!;
        _play.Scenario.Door.Setup = _play.Setup with { Channels = _play.Setup.Channels.SetItem("sales", channel with { Rules = channel.Rules with { DefaultWrapUpCode = "closed" } }) };
        Answers.Refused("DefaultCode", _play.Retire("closed"));
    }

    [Theory]
    [InlineData("Refund", "Refund", "key: 1 to 64 lower case letters, digits and '_', was 'Refund'")]
    [InlineData("refund", " ", "label: must not be empty")]
    [InlineData("refund", "two\nlines", "label: must be one line")]
    public void Add_WrongField_IsNamed(string key, string label, string says)
    {
        var refused = Assert.IsType<Answer.Refused>(_play.Add(key, label));
        Assert.Equal(("InvalidCode", says), (refused.Rule, refused.Why));
    }

    [Fact]
    public void Add_LabelOfAnother_IsRefused()
    {
        Answers.Refused("LabelTaken", _play.Add("resolved", "issue RESOLVED"));
        Answers.Refused("CodeExists", _play.Add("issue_resolved", "Something else"));
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public void Mapping_InOnePlace_IsOneToOne()
    {
        _play.Add("refund", "Refund");
        _play.Sees(new VendorCode("v1", "Resolved ok"), new VendorCode("v2", "Money back"));
        Answers.Done(_play.MapTo("Resolved OK", "issue_resolved"));
        Answers.Nothing(_play.MapTo("v1", "issue_resolved"));
        var refused = Assert.IsType<Answer.Refused>(_play.MapTo("v2", "issue_resolved"));
        Assert.Equal(("CodeMapped", "code 'issue_resolved' is mapped to v1 in cloud already; unmap that first"), (refused.Rule, refused.Why));
        Answers.Done(_play.MapTo("v2", "refund"));
        Assert.Equal(("v1", "v2", "issue_resolved", "refund"), (_play.Map.VendorIdOf("cloud", "remote", "issue_resolved"), _play.Map.VendorIdOf("CLOUD", "other", "refund"), _play.Map.CodeOf("cloud", "", "v1"), _play.Map.CodeOf("cloud", "x", "v2")));
        Answers.Done(_play.MapTo("v2", null));
        Assert.Null(_play.Map.CodeOf("cloud", "", "v2"));
    }

    [Fact]
    public void Mapping_OfAQueue_CountsBeforeThatOfAll()
    {
        _play.Give(CodePlay.Read([new("v1", "One"), new("v2", "Two")], [new("q1", "Billing")]));
        _play.MapTo("v1", "issue_resolved");
        Answers.Done(_play.MapTo("v2", "issue_resolved", "Billing"));
        Answers.Refused("NotFound", _play.MapTo("v2", "issue_resolved", "Nowhere"));
        Assert.Equal(("v2", "v1"), (_play.Map.VendorIdOf("cloud", "q1", "issue_resolved"), _play.Map.VendorIdOf("cloud", "q2", "issue_resolved")));
    }

    [Fact]
    public void Mapping_OfWhatIsUnknown_SaysWhatThereIs()
    {
        Assert.Contains("run codes sync cloud", Assert.IsType<Answer.Refused>(_play.MapTo("v1", "issue_resolved")).Why);
        _play.Sees(new VendorCode("v1", "One"));
        Assert.Contains("v1 'One'", Assert.IsType<Answer.Refused>(_play.MapTo("v9", "issue_resolved")).Why);
        Answers.Refused("UnknownCode", _play.MapTo("v1", "nope"));
    }

    [Fact]
    public void Push_Asked_TellsEveryInstanceThatKeepsAList_AndMapsWhatItAnswers()
    {
        Answers.Done(_play.Add("refund", "Refund", push: true));
        var call = Assert.Single(_play.Calls);
        Assert.Equal(("AddCode", "cloud", 0L), (call.Operation, call.Destination, call.InteractionId));
        Assert.Contains("\"queues\":[\"remote\"]", call.Payload);
        _play.Taken("v7");
        Assert.Equal("v7", _play.Map.VendorIdOf("cloud", "remote", "refund"));
        Assert.DoesNotContain(_play.Drift, d => d.Code == "refund");
        _play.Rename("refund", "Refund issued", push: true);
        _play.Taken();
        Assert.DoesNotContain(_play.Drift, d => d.Code == "refund");
        _play.Retire("refund", push: true);
        _play.Taken();
        Assert.DoesNotContain(_play.Drift, d => d.Code == "refund");
        Assert.Equal(["AddCode", "RenameCode", "RetireCode"], _play.Calls.Select(c => c.Operation));
        Assert.All(_play.Calls, c => Assert.Equal(OutboxState.Done, c.State));
    }

    [Fact]
    public void Push_NotAsked_WritesNothingToTheVendor()
    {
        _play.Add("refund", "Refund");
        Assert.Empty(_play.Calls);
    }
}
