using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Tests.Kit;

/// <summary>An agent at work.</summary>
internal sealed class Person(Scenario scenario, string agent, AgentRole role)
{
    private DateTimeOffset At => scenario.Now;

    private Actor By => Actor.OfAgent(agent, role);

    public Answer Reply(long id, string text = "We send a new one.", params OutgoingAttachment[] files) =>
        scenario.Handle(new AgentReply { At = At, By = By, Correlation = "c", InteractionId = id, Text = text, Attachments = files });

    public Answer Note(long id, string text = "Seems honest.") => scenario.Handle(new AgentNote { At = At, By = By, Correlation = "c", InteractionId = id, Text = text });

    public Answer Hold(long id) => scenario.Handle(new AgentHold { At = At, By = By, Correlation = "c", InteractionId = id });

    public Answer Resume(long id) => scenario.Handle(new AgentResume { At = At, By = By, Correlation = "c", InteractionId = id });

    public Answer Close(long id, string? code = null, string reason = "", string notes = "") =>
        scenario.Handle(new AgentClose { At = At, By = By, Correlation = "c", InteractionId = id, Code = code, Reason = reason, Notes = notes });

    public Answer WrapUp(long id, string code = BuiltInCodes.IssueResolved, string notes = "") =>
        scenario.Handle(new AgentWrapUp { At = At, By = By, Correlation = "c", InteractionId = id, Code = code, Notes = notes });

    public Answer CreateCase(long id, string? subject = null, string description = "") =>
        scenario.Handle(new AgentCreateCase { At = At, By = By, Correlation = "c", InteractionId = id, Subject = subject, Description = description });

    public Answer Transfer(long id, string? queue = null, string? to = null) =>
        scenario.Handle(new AgentTransfer { At = At, By = By, Correlation = "c", InteractionId = id, Queue = queue, Agent = to, Authorised = scenario.Authorised });

    public Answer Release(long id, string reason = "ill") => scenario.Handle(new ReleaseOwner { At = At, By = By, Correlation = "c", InteractionId = id, Reason = reason });

    public Answer FollowUp(long caseId, string? subject = null) => scenario.Handle(new FollowUpCase { At = At, By = By, Correlation = "c", CaseId = caseId, Subject = subject });
}
