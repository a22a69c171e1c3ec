using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Settings;

public sealed class RulesTests
{
    /// <summary>The defaults of domain section 13, as far as they are rules.</summary>
    [Fact]
    [Trait("Requirement", "R193")]
    public void Defaults_AreThoseOfTheRuleBook()
    {
        var r = new Rules();
        Assert.Equal(
            [TimeSpan.FromDays(30), TimeSpan.FromDays(30), TimeSpan.FromDays(5), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5), TimeSpan.FromDays(14), TimeSpan.FromDays(30), TimeSpan.FromDays(30), TimeSpan.FromHours(24), TimeSpan.FromSeconds(30), TimeSpan.Zero],
            [r.DraftExpiry, r.Outbound.InactivityPeriod, r.Inbound.InactivityPeriod, r.WrapUpTimeout, r.MaxWrapUp, r.TransferTimeout, r.AuthorisedTargetsCache, r.ResolvedToClosedAfter, r.TrashRetention, r.MergeUndo, r.MilestoneDay, r.OfferTimeout, r.PreferPreviousAgentWait]);
        Assert.Equal((null, 1, null, "issue_resolved", 0.85), (r.ReminderPeriod, r.MaxReminders, r.AcknowledgeTemplate, r.DefaultWrapUpCode, r.ReplyMatchThreshold));
        Assert.Equal([true, true, true, true, true, true, true, true], [r.HoldAfterSend, r.PreferPreviousAgent, r.CcEnabled, r.CcRemovalByOmission, r.CreateForGuest, r.FinalDispositionResolves, r.ReopenClosedCases, r.NotifyOnLinkedReply]);
        Assert.Equal([false, false, false, false, false], [r.RerouteOnReply, r.CcRepliesPublic, r.ReopenOnReply, r.CaseNumberInSubject, r.BlockParentClose]);
        Assert.Equal((48, 5, 8, 50_000), (r.CcLimit, r.ReopensPerThread, r.HoursPerWorkday, r.ExportLimit));
        Assert.Equal((CcAddByMail.Participants, StrangerPolicy.NewLinked, IntakeMode.InteractionFirst, ThreadIdPlace.Subject), (r.CcAddByMail, r.StrangerPolicy, new Channel { Id = "x" }.IntakeMode, new Channel { Id = "x" }.ThreadIdPlace));
        Assert.Empty(r.NeverCc);
        Assert.Empty(r.PerAgentRecordTypes);
        Assert.Empty(r.Faults());
    }

    [Fact]
    [Trait("Requirement", "X30")]
    [Trait("Requirement", "D-56")]
    [Trait("Requirement", "D-58")]
    public void Faults_SeveralAtOnce_AreAllNamed()
    {
        var r = new Rules
        {
            WrapUpTimeout = TimeSpan.FromMinutes(15), ReminderPeriod = TimeSpan.Zero, Inbound = new InactivityRules { InactivityPeriod = TimeSpan.FromDays(-1) },
            PreferPreviousAgentWait = TimeSpan.FromMinutes(11), PerAgentRecordTypes = ["contact", "account"],
        };
        Assert.Equal(["Inbound:InactivityPeriod", "MaxWrapUp", "PerAgentRecordTypes", "PreferPreviousAgentWait", "ReminderPeriod"], r.Faults().Select(f => f.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("support@example.org", "support")]
    [InlineData("SUPPORT@Example.org", "support")]
    [InlineData("support+anything@example.org", "support")]
    [InlineData("sales@example.org", "sales")]
    [InlineData("notsupport@example.org", null)]
    [InlineData("support@example.org.evil.example", null)]
    [InlineData("support", null)]
    [InlineData("", null)]
    public void ChannelOf_Address_IsOursOrNot(string address, string? channel) => Assert.Equal(channel, TestSetup.Create().ChannelOf(address)?.Id);
}
