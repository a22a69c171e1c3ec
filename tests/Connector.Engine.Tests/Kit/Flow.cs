using Connector.Engine.Interactions;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Kit;

/// <summary>How conversations usually come to where a test begins.</summary>
internal static class Flow
{
    public const string Customer = "carla@customer.example";

    /// <summary>A new mail, waiting.</summary>
    public static Interaction Arrive(this Scenario s, TestMail? mail = null, string channel = "support") => s.Interaction(s.Mail(mail ?? new TestMail { To = [$"{channel}@example.org"] }, channel).InteractionId);

    /// <summary>A new mail that an agent works on.</summary>
    public static long Working(this Scenario s, string agent = "ann", TestMail? mail = null, string channel = "support")
    {
        var id = s.Arrive(mail, channel).Id;
        s.Accept(id, agent);
        return id;
    }

    /// <summary>Answered once: on hold, with a thread id.</summary>
    public static long Answered(this Scenario s, string agent = "ann", TestMail? mail = null, string channel = "support")
    {
        var id = s.Working(agent, mail, channel);
        s.As(agent).Reply(id);
        return id;
    }

    /// <summary>Answered and closed with a code.</summary>
    public static long Finished(this Scenario s, string agent = "ann", TestMail? mail = null, string channel = "support")
    {
        var id = s.Answered(agent, mail, channel);
        s.As(agent).Close(id, "issue_resolved");
        return id;
    }

    public static MailDecision CustomerAnswers(this Scenario s, string from = Customer, string channel = "support") => s.Mail(TestMail.Answer(s.LastSentBytes(), from), channel);

    public static CaseThread ThreadOf(this Scenario s, long interaction) => s.Store.Get<CaseThread>(s.Interaction(interaction).ThreadId!.Value);
}
