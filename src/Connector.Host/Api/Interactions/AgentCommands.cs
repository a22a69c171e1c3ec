using Connector.Contracts;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Host.Api.Cases;
using Connector.Mail;

namespace Connector.Host.Api.Interactions;

/// <summary>What every command carries.</summary>
internal sealed record CommandFrame(long Id, DateTimeOffset At, Actor By, string Correlation);

/// <summary>From what a request says to the engine's inputs. Pure.</summary>
internal static class AgentCommands
{
    public static AgentReply Reply(CommandFrame c, ReplyRequest body, IReadOnlyList<OutgoingAttachment> attachments) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Text = body.Text ?? "", Html = body.Html, Attachments = attachments,
    };

    public static AgentNote Note(CommandFrame c, NoteRequest body) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Text = body.Text ?? "",
    };

    public static AgentHold Hold(CommandFrame c) => new() { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation };

    public static AgentResume Resume(CommandFrame c) => new() { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation };

    public static AgentClose Close(CommandFrame c, CloseRequest? body) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Code = body?.Code, Notes = body?.Notes ?? "", Reason = body?.Reason ?? "",
    };

    public static AgentWrapUp WrapUp(CommandFrame c, WrapUpRequest body) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Code = body.Code ?? "", Notes = body.Notes ?? "",
    };

    public static AgentCreateCase CreateCase(CommandFrame c, CreateCaseRequest? body) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Subject = body?.Subject, Description = body?.Description ?? "",
    };

    public static DisposeInteraction Dispose(CommandFrame c, DispositionRequest? body) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Disposition = body?.Disposition ?? "",
    };

    public static AgentTransfer Transfer(CommandFrame c, TransferRequest body, IReadOnlyList<TransferTarget> authorised) => new()
    {
        InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Queue = body.Queue, Agent = body.Agent, Authorised = authorised,
    };
}
