using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Participants;

/// <summary>Who joins and who leaves by mail: truth tables through the door.</summary>
public sealed class CcTests
{
    private const string Mate = "mate@customer.example";
    private const string Boss = "boss@customer.example";
    private const string New = "new@customer.example";

    private static readonly Dictionary<string, string> Senders = new(StringComparer.Ordinal)
    {
        ["requester"] = Flow.Customer,
        ["cc"] = Mate,
        ["third party"] = "helper@friend.example",
        ["agent"] = "ann@staff.example.org",
        ["agent elsewhere"] = "bob@staff.example.org",
        ["light agent"] = "lily@staff.example.org",
    };

    /// <summary>An answered conversation of Carla with Mate and Boss copied.</summary>
    private static (Scenario Scenario, long Thread) Conversation(Func<Rules, Rules>? rules = null)
    {
        var s = new Scenario(TestSetup.Create(rules));
        var id = s.Answered(mail: new TestMail { Cc = [Mate, Boss] });
        return (s, s.Interaction(id).ThreadId!.Value);
    }

    private static TestMail From(Scenario s, string sender, bool proven, params string[] cc)
    {
        var mail = TestMail.Answer(s.LastSentBytes(), Senders[sender]) with { Cc = cc };
        return proven ? mail.With("Authentication-Results", $"{TestSetup.TrustedServer}; spf=pass; dmarc=pass (p=reject) header.from=staff.example.org") : mail;
    }

    private static IEnumerable<string> Ccs(Scenario s, long thread) => s.People(thread, ParticipantRole.Cc).Select(p => p.Address).Order();

    public static TheoryData<CcAddByMail, string, bool> Adding
    {
        get
        {
            var data = new TheoryData<CcAddByMail, string, bool>();
            foreach (var rule in Enum.GetValues<CcAddByMail>())
                foreach (var sender in Senders.Keys)
                    data.Add(rule, sender, (rule, sender) switch
                    {
                        (CcAddByMail.Participants, "requester" or "cc" or "agent" or "agent elsewhere") => true,
                        (CcAddByMail.Requester, "requester") => true,
                        (CcAddByMail.Agents, "agent" or "agent elsewhere") => true,
                        _ => false,
                    });
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Adding))]
    [Trait("Requirement", "R225")]
    [Trait("Requirement", "R226")]
    [Trait("Requirement", "R227")]
    [Trait("Requirement", "R238")]
    [Trait("Requirement", "D-41")]
    [Trait("Requirement", "D-44")]
    public void Mail_NewCc_IsAddedOnlyByThoseWhoMay(CcAddByMail rule, string sender, bool added)
    {
        var (s, thread) = Conversation(r => r with { CcAddByMail = rule, CcRemovalByOmission = false });
        if (rule is CcAddByMail.Nobody or CcAddByMail.Agents) { s.Store.Put(Person(900, thread, Mate), Person(901, thread, Boss)); }
        var decision = s.Mail(From(s, sender, proven: true, Flow.Customer, Mate, Boss, New));
        Assert.Equal(added ? [New] : [], decision.ParticipantsAdded.Where(a => a == New));
        Assert.Equal(added, Ccs(s, thread).Contains(New));
        Assert.Equal(!added, s.Store.All<Activity>().Any(a => a.What == "CcIgnored" && a.After!.Contains(New, StringComparison.Ordinal)));
    }

    private static Participant Person(long id, long thread, string address) => new() { Id = id, Tenant = "default", Version = 1, ThreadId = thread, Ordinal = (int)(id - 890), Role = ParticipantRole.Cc, Address = address };

    [Fact]
    [Trait("Requirement", "R225")]
    public void Mail_NewCcFromAnUnprovenAgent_IsNotAdded()
    {
        var (s, thread) = Conversation();
        var decision = s.Mail(From(s, "agent", proven: false, Flow.Customer, Mate, Boss, New));
        Assert.Contains("AgentUnproven", decision.Flags);
        Assert.DoesNotContain(New, Ccs(s, thread));
    }

    [Fact]
    [Trait("Requirement", "R214")]
    public void Mail_CcDisabled_IsIgnoredAndLogged()
    {
        var (s, thread) = Conversation(r => r with { CcEnabled = false });
        Assert.Empty(Ccs(s, thread));
        Assert.Contains(s.Store.All<Activity>(), a => a.What == "CcIgnored" && a.Why == "CcEnabled is off" && a.After == $"{Mate}, {Boss}");
    }

    [Fact]
    [Trait("Requirement", "D-42")]
    public void Mail_NeverCc_IsNotAddedButNeverBindsTheRequester()
    {
        var (s, thread) = Conversation(r => r with { NeverCc = ["@customer.example"] });
        Assert.Empty(Ccs(s, thread));
        Assert.Equal(Flow.Customer, Assert.Single(s.People(thread, ParticipantRole.Requester)).Address);
    }

    [Theory]
    [InlineData("a@example.com", true)]
    [InlineData("A@Example.COM", true)]
    [InlineData("b@example.com", false)]
    [InlineData("x@blocked.example", true)]
    [InlineData("x@sub.blocked.example", false)]
    [InlineData("x@sub.wild.example", true)]
    [InlineData("x@deep.sub.wild.example", true)]
    [InlineData("x@wild.example", false)]
    [InlineData("x@notwild.example", false)]
    [Trait("Requirement", "D-42")]
    public void IsNever_AddressDomainAndSubdomains(string address, bool never) => Assert.Equal(never, CcRules.IsNever(address, ["a@example.com", "@blocked.example", "*.wild.example"]));

    /// <summary>Sender × requester among the recipients: the cells in which a CC left out is removed.</summary>
    [Theory]
    [InlineData("requester", true, true)]
    [InlineData("requester", false, true)]
    [InlineData("cc", true, true)]
    [InlineData("cc", false, false)]
    [InlineData("third party", true, false)]
    [InlineData("third party", false, false)]
    [InlineData("agent", true, false)]
    [InlineData("agent", false, false)]
    [InlineData("light agent", true, false)]
    [Trait("Requirement", "R236")]
    [Trait("Requirement", "R237")]
    [Trait("Requirement", "D-43")]
    [Trait("Requirement", "D-77")]
    public void Mail_CcLeftOut_IsRemovedOnlyInTheAllowedCells(string sender, bool requesterAddressed, bool removed)
    {
        var (s, thread) = Conversation();
        string[] cc = [.. requesterAddressed ? new[] { Flow.Customer } : [], Mate];
        var decision = s.Mail(From(s, sender, proven: true, cc));
        Assert.Equal(removed ? [Boss] : [], decision.ParticipantsRemoved);
        Assert.Equal(removed ? [Mate] : [Boss, Mate], Ccs(s, thread));
        Assert.Equal(removed ? [Boss] : [], s.People(thread, ParticipantRole.Former).Select(p => p.Address));
    }

    [Fact]
    [Trait("Requirement", "D-77")]
    public void Mail_OfAnAgentWhoIsCc_RemovesNobody()
    {
        var (s, thread) = Conversation();
        s.Store.Put(Person(900, thread, "ann@staff.example.org") with { Agent = "ann" });
        Assert.Empty(s.Mail(From(s, "agent", proven: true, Flow.Customer)).ParticipantsRemoved);
    }

    [Fact]
    [Trait("Requirement", "D-43")]
    public void Mail_RemovalByOmissionOff_RemovesNobody()
    {
        var (s, thread) = Conversation(r => r with { CcRemovalByOmission = false });
        s.Mail(From(s, "requester", false));
        Assert.Equal([Boss, Mate], Ccs(s, thread));
    }

    [Fact]
    [Trait("Requirement", "D-43")]
    public void Mail_OfAFormerParticipant_IsAThirdPartysAndAddsThemNotBack()
    {
        var (s, thread) = Conversation();
        s.Mail(From(s, "requester", false, Mate));
        var decision = s.Mail(TestMail.Answer(s.LastSentBytes(), Boss));
        Assert.Equal("internal", decision.Visibility);
        Assert.Contains("ThirdPartyReply", decision.Flags);
        Assert.Equal([Boss], s.People(thread, ParticipantRole.Former).Select(p => p.Address));
        s.Mail(From(s, "requester", false, Mate, Boss) with { Id = "readmit@customer.example" });
        Assert.Equal([Boss, Mate], Ccs(s, thread));
        Assert.Equal(3, s.Store.All<Participant>().Count());
    }

    [Fact]
    [Trait("Requirement", "R219")]
    public void Mail_Any_MakesNoFollower()
    {
        var (s, _) = Conversation();
        foreach (var sender in Senders.Keys) s.Mail(From(s, sender, proven: true, Flow.Customer, Mate, Boss, New, "bob@staff.example.org") with { Id = $"{sender.Replace(' ', '-')}@customer.example" });
        Assert.DoesNotContain(s.Store.All<Participant>(), p => p.Role == ParticipantRole.Follower);
    }

    [Theory]
    [InlineData("mx.example.org; dmarc=pass header.from=staff.example.org", true)]
    [InlineData("MX.example.org 1; spf=fail; dmarc=pass (p=none) header.from=Staff.Example.Org", true)]
    [InlineData("mx.evil.example; dmarc=pass header.from=staff.example.org", false)]
    [InlineData("mx.example.org; dmarc=fail header.from=staff.example.org", false)]
    [InlineData("mx.example.org; dmarc=pass header.from=evil.example", false)]
    [InlineData("mx.example.org; dkim=pass header.d=staff.example.org", false)]
    [InlineData("mx.example.org; dmarc=pass", false)]
    [InlineData("", false)]
    public void Mail_FromAnAgentsAddress_IsProvenByAlignedDmarcOfATrustedServerOnly(string results, bool proven)
    {
        var (s, _) = Conversation();
        var mail = TestMail.Answer(s.LastSentBytes(), "ann@staff.example.org") with { Cc = [Flow.Customer, Mate, Boss] };
        var decision = s.Mail(results.Length == 0 ? mail : mail.With("Authentication-Results", results));
        Assert.Equal(proven ? "public" : "internal", decision.Visibility);
        Assert.Equal(!proven, decision.Flags.Contains("AgentUnproven"));
    }

    [Fact]
    public void Mail_OfAnAgent_MovesNoStateOfTheCustomersConversation()
    {
        var (s, _) = Conversation();
        var decision = s.Mail(From(s, "agent", proven: true, Flow.Customer, Mate, Boss));
        Assert.Equal(InteractionState.OnHold, s.Interaction(decision.InteractionId).State);
        Assert.Equal("ann", s.MessageOf(decision).Agent);
    }

    [Theory]
    [InlineData("agent", true, 0)]
    [InlineData("agent", false, 1)]
    [InlineData("agent elsewhere", true, 1)]
    public void Mail_OfAnAgent_TellsTheOwnerUnlessItIsTheirOwn(string sender, bool proven, int told)
    {
        var (s, _) = Conversation();
        s.Mail(From(s, sender, proven, Flow.Customer, Mate, Boss));
        Assert.Equal(told, s.Told("ann").Count);
    }

    [Theory]
    [InlineData("cc", true, "public")]
    [InlineData("cc", false, "internal")]
    [InlineData("requester", false, "public")]
    [Trait("Requirement", "R228")]
    public void Mail_ReplyInsteadOfReplyAll_IsInternal(string sender, bool requesterAddressed, string visibility)
    {
        var (s, _) = Conversation();
        Assert.Equal(visibility, s.Mail(From(s, sender, false, [.. requesterAddressed ? new[] { Flow.Customer } : [], Mate, Boss])).Visibility);
    }
}
