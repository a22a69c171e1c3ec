using Connector.Engine.Settings;

namespace Connector.Runtime.Tests.Settings;

public sealed class RuleNamesTests
{
    /// <summary>Every name of the rule book under <c>Rules</c>, at its default, and the rules beyond it.</summary>
    private const string Names = """
        {
          "DraftExpiry": "30d", "Outbound": { "InactivityPeriod": "30d" }, "Inbound": { "InactivityPeriod": "5d" }, "ReminderPeriod": "off", "MaxReminders": 1, "HoldAfterSend": true,
          "PerAgentRecordTypes": [], "PreferPreviousAgent": true, "PreferPreviousAgentWait": "0s", "RerouteOnReply": false, "CcEnabled": true, "CcLimit": 48, "CcRepliesPublic": false,
          "CcRemovalByOmission": true, "NeverCc": [], "CreateForGuest": true, "CcAddByMail": "Participants", "AcknowledgeTemplate": "none", "ReopensPerThread": 5, "FinalDispositionResolves": true,
          "WrapUpTimeout": "2m", "MaxWrapUp": "15m", "DefaultWrapUpCode": "issue_resolved", "ReplyMatchThreshold": 0.85, "TransferTimeout": "60s", "AuthorisedTargetsCache": "5m",
          "ResolvedToClosedAfter": "14d", "ReopenClosedCases": true, "ReopenOnReply": false, "TrashRetention": "30d", "MergeUndo": "30d", "HoursPerWorkday": 8, "MilestoneDay": "24h",
          "ExportLimit": 50000, "StrangerPolicy": "NewLinked", "CaseNumberInSubject": false, "OfferTimeout": "30s", "NotifyOnLinkedReply": true, "BlockParentClose": false,
          "MaxHops": 25, "AutomaticPerHour": 1000, "AutomaticInPerHour": 25, "Notifications": [], "Templates": {},
          "AutomaticPerThread": { "Per10Minutes": 10, "Per30Minutes": 15, "PerHour": 25, "Per3Hours": 50, "Per10Hours": 100 },
          "AutomaticPerAddress": { "Per10Minutes": 30, "Per30Minutes": 60, "PerHour": 120, "Per3Hours": 240, "Per10Hours": 360 },
          "Dispositions": { "answered": "Final", "waiting": "NonFinal", "spam": "Spam" }
        }
        """;

    [Fact]
    [Trait("Requirement", "R241")]
    [Trait("Requirement", "R245")]
    public void Load_EveryNameAtItsDefault_IsTheDefault()
    {
        var written = Loading.Good($$"""{ "Rules": {{Names}} }""").Rules;
        Assert.Empty(typeof(Rules).GetProperties().Where(p => p.CanWrite && !Names.Contains($"\"{p.Name}\"", StringComparison.Ordinal)).Select(p => p.Name));
        foreach (var property in typeof(Rules).GetProperties().Where(p => p.CanWrite)) Assert.Equivalent(property.GetValue(new Rules()), property.GetValue(written));
    }

    [Fact]
    [Trait("Requirement", "R241")]
    public void Load_RulesOfOneChannel_LieOverTheSharedOnes()
    {
        var settings = Loading.Good("""
            { "Rules": { "CcLimit": 10, "NeverCc": ["@x.example"] }, "Channels": { "support": { "Addresses": ["support@example.org"], "From": "support@example.org",
              "Route": { "Instance": "awa", "Queue": "support" }, "Rules": { "CcRepliesPublic": true, "Notifications": [{ "On": "PublicMessage", "To": ["Requester", "Owner"] }] } } } }
            """);
        var rules = settings.Channels["support"].Rules;
        Assert.Equal((10, true, "@x.example"), (rules.CcLimit, rules.CcRepliesPublic, rules.NeverCc[0]));
        Assert.False(rules.Tells(NotificationOn.PublicMessage, NotificationRules.RequesterAndCcs));
        Assert.Empty(settings.Rules.Notifications);
    }

    [Theory]
    [InlineData("\"contact, consumer\"", "contact", "consumer")]
    [InlineData("\"contact\"", "contact")]
    [InlineData("\"\"")]
    [InlineData("[\"consumer\"]", "consumer")]
    [Trait("Requirement", "D-58")]
    public void Load_RecordTypesWithCommas_AreAList(string written, params string[] types) =>
        Assert.Equal(types, Loading.Good($$"""{ "Rules": { "PerAgentRecordTypes": {{written}} } }""").Rules.PerAgentRecordTypes);

    [Fact]
    [Trait("Requirement", "D-58")]
    public void Load_UnknownRecordType_IsAFault()
    {
        using var loading = new Loading();
        var fault = Assert.Single(loading.Load("""{ "Rules": { "PerAgentRecordTypes": "contact, account" } }""").Faults);
        Assert.Equal(("Rules:PerAgentRecordTypes", "account"), (fault.Key, fault.Value));
    }

    [Fact]
    [Trait("Requirement", "R251")]
    public void Load_NotificationRulesOfWhatIsNotThere_AreFaults()
    {
        using var loading = new Loading();
        var faults = loading.Load("""{ "Rules": { "Notifications": [{ "On": "Update", "To": ["Requester", "Everybody"], "Template": "closed" }] } }""").Faults;
        Assert.Equal([("Rules:Notifications:0:Template", "closed"), ("Rules:Notifications:0:To:1", "Everybody")], faults.Select(f => (f.Key, f.Value)).Order());
    }
}
