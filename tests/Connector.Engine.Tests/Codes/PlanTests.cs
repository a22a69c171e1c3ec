using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Codes;

public sealed class PlanTests
{
    /// <summary>Both sides agree: the built-in codes are mapped.</summary>
    private static CodePlay Agreed(Capability can = Capability.ListCodes | Capability.SaveCodes | Capability.ListDirectory)
    {
        var play = new CodePlay(can);
        play.Sees(BuiltIns());
        play.Apply();
        Assert.Empty(play.Drift);
        return play;
    }

    private static VendorCode[] BuiltIns(params VendorCode[] others) => [new("r", "Issue resolved"), new("t", "Task created"), new("c", "Closed due to customer inactivity"), .. others];

    [Fact]
    public void Plan_NotTheReviewedOne_IsRefused()
    {
        var play = new CodePlay();
        play.Sees(BuiltIns());
        var reviewed = play.Plan.Fingerprint;
        play.Add("refund", "Refund");
        Answers.Refused("PlanChanged", play.Apply(reviewed));
        Answers.Refused("NotFound", play.Apply(null, 99));
    }

    [Fact]
    public void Plan_AllSteps_EndTheDriftAndASecondPlanIsEmpty()
    {
        var play = Agreed();
        play.Add("refund", "Refund");
        play.Sees(BuiltIns(new VendorCode("x", "Vendor own")));
        Assert.Equal([PlanAction.Push], play.Plan.Steps.Select(s => s.Action));
        play.Apply();
        play.Taken("v7");
        Answers.Nothing(play.Apply("anything"));
    }

    [Fact]
    public void Renamed_There_OursIsCanonical()
    {
        var play = Agreed();
        play.Sees([new("r", "Solved"), .. BuiltIns()[1..]]);
        var item = Assert.Single(play.Drift);
        Assert.Equal((DriftChange.RenamedThere, "Issue resolved", "Solved"), (item.Change, item.Here, item.There));
        Assert.Equal(PlanAction.RenameThere, Assert.Single(play.Plan.Steps).Action);
        play.Apply();
        Assert.Contains("Issue resolved", Assert.Single(play.Calls).Payload);
        play.Taken();
        Assert.Empty(play.Drift);
    }

    [Fact]
    public void Renamed_There_ListNotWritable_IsTakenNoteOf()
    {
        var play = Agreed(Capability.ListCodes);
        play.Sees([new("r", "Solved"), .. BuiltIns()[1..]]);
        Assert.Equal(PlanAction.Accept, Assert.Single(play.Plan.Steps).Action);
        play.Apply();
        Assert.Empty(play.Drift);
        Assert.Equal("r", play.Map.VendorIdOf("cloud", "", "issue_resolved"));
    }

    [Fact]
    public void Renamed_Here_GoesToTheVendor()
    {
        var play = Agreed();
        play.Add("refund", "Refund", push: true);
        play.Taken("v7");
        play.Rename("refund", "Refund issued");
        Assert.Equal(DriftChange.RenamedHere, Assert.Single(play.Drift).Change);
        play.Apply();
        play.Taken();
        Assert.Empty(play.Drift);
    }

    [Fact]
    public void External_RenamedRetiredAndOfferedAgainThere_IsFollowed()
    {
        var play = Agreed();
        play.Sees(BuiltIns(new VendorCode("x", "Vendor own", ["q"])));
        Assert.Empty(play.Drift);
        play.Sees(BuiltIns(new VendorCode("x", "Vendor's own", ["q"])));
        play.Apply();
        Assert.Equal("Vendor's own", play.Catalogue.Code("cloud_vendor_own")!.Label);
        play.Sees(BuiltIns(new VendorCode("x", "Vendor's own", [])));
        Assert.Equal((DriftChange.RetiredThere, true), (play.Drift[0].Change, play.Drift[0].Breaks));
        play.Apply();
        Assert.False(play.Catalogue.Code("cloud_vendor_own")!.IsActive);
        Assert.Empty(play.Drift);
        play.Sees(BuiltIns(new VendorCode("x", "Vendor's own", ["q"])));
        Assert.Equal([PlanAction.RestoreHere], play.Plan.Steps.Select(s => s.Action));
        play.Apply();
        Assert.True(play.Catalogue.Code("cloud_vendor_own")!.IsActive);
        Assert.Empty(play.Drift);
        Assert.Empty(play.Calls);
    }

    [Fact]
    public void Deleted_There_BreaksTheMapping_AndIsMadeAgain()
    {
        var play = Agreed();
        play.Sees(BuiltIns()[1..]);
        var item = Assert.Single(play.Drift);
        Assert.Equal((DriftChange.DeletedThere, "issue_resolved", true), (item.Change, item.Code, item.Breaks));
        Assert.Equal([PlanAction.Unmap, PlanAction.Push], play.Plan.Steps.Select(s => s.Action));
        play.Apply();
        play.Taken("r2");
        Assert.Equal("r2", play.Map.VendorIdOf("cloud", "", "issue_resolved"));
        Assert.Empty(play.Drift);
    }

    [Fact]
    public void Retired_Here_IsRetiredThere()
    {
        var play = Agreed();
        play.Add("refund", "Refund", push: true);
        play.Taken("v7");
        play.Retire("refund");
        Assert.Equal([PlanAction.RetireThere], play.Plan.Steps.Select(s => s.Action));
        play.Apply();
        play.Taken();
        Assert.Empty(play.Drift);
        Assert.Equal("refund", play.Map.CodeOf("cloud", "", "v7"));
    }

    [Fact]
    public void External_OfTheNameOfALaterCode_IsAdopted()
    {
        var play = Agreed();
        play.Sees(BuiltIns(new VendorCode("x", "Refund")));
        Answers.Refused("LabelTaken", play.Add("refund", "Refund"));
        play.Retire("cloud_refund");
        Answers.Done(play.Add("refund", "Refund"));
        Assert.Contains(play.Plan.Steps, s => s.Action == PlanAction.Map && s.Code == "refund");
        play.Apply(null, play.Plan.Steps.First(s => s.Action == PlanAction.Map).Number);
        Assert.Equal("refund", play.Map.CodeOf("cloud", "", "x"));
        Assert.Empty(play.Drift);
    }

    [Fact]
    public void QueuesAndAgents_NewRenamedDeleted_AreShownWithWhatBreaks()
    {
        var play = Agreed();
        play.Give(CodePlay.Read(BuiltIns(), [new("remote", "Remote"), new("q1", "Billing")], [new("a1", "Ann")]));
        Assert.Empty(play.Drift);
        play.Give(CodePlay.Read(BuiltIns(), [new("q1", "Invoices"), new("q2", "Sales")], [new("a2", "Bob")]));
        Assert.Equal(
            ["Agent AddedThere a2 False", "Agent DeletedThere a1 False", "Queue AddedThere q2 False", "Queue DeletedThere remote True", "Queue RenamedThere q1 False"],
            play.Drift.Select(d => $"{d.Kind} {d.Change} {d.VendorId} {d.Breaks}").Order(StringComparer.Ordinal));
        play.Apply();
        Assert.Equal([("OnlyHere", "q-gone")], Drift.Of(play.Catalogue, "cloud", WithQueue(play, "q-gone")).Where(d => d.VendorId == "q-gone").Select(d => (d.Change.ToString(), d.VendorId!)));
        Assert.DoesNotContain(play.Drift, d => d.Kind == EntryKind.Agent);
        Assert.Equal("the vendor has no agent 'a9'; the settings name agent zoe", Assert.Single(Drift.Of(play.Catalogue, "cloud", play.Setup, new Dictionary<string, string> { ["a9"] = "zoe" }), d => d.Kind == EntryKind.Agent).Says);
    }

    [Fact]
    public void Check_CodesGivenByTheSystemAndUnmapped_AreNamed()
    {
        var play = new CodePlay();
        Assert.Equal(["customer_inactivity", "issue_resolved", "task_created"], CodeCheck.Unmapped(play.Setup, "cloud"));
        play.Sees(BuiltIns());
        play.Apply();
        Assert.Empty(CodeCheck.Unmapped(play.Setup, "cloud"));
        Assert.Empty(CodeCheck.Unmapped(play.Setup, "awa"));
    }

    private static Engine.Settings.Setup WithQueue(CodePlay play, string queue) =>
        play.Setup with { Channels = play.Setup.Channels.SetItem("remote", play.Setup.Channel("remote")! with { Queue = queue }) };
}
