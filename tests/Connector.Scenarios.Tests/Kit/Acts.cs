using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>What agents do in scenarios, as inputs of the door.</summary>
internal static class Acts
{
    public static Input Input(ScenarioAct act, DateTimeOffset at, Setup setup, Templates templates)
    {
        var role = setup.AgentsByAddress.Values.FirstOrDefault(a => a.Id == act.By)?.Role ?? throw new InvalidDataException($"there is no agent {act.By}");
        var (by, on) = (Actor.OfAgent(act.By, role), templates.Fill(act.On));
        return act.Do switch
        {
            "reply" => new AgentReply { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), Text = templates.Fill(act.Text) },
            "note" => new AgentNote { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), Text = templates.Fill(act.Text) },
            "hold" => new AgentHold { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i') },
            "addCc" => new AddParticipant { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), Address = act.Address!, Role = ParticipantRole.Cc },
            "follow" => new AddParticipant { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), Address = act.Address!, Role = ParticipantRole.Follower },
            "remove" => new RemoveParticipant { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), Address = act.Address! },
            "makeInternal" => new MakeInternal { At = at, By = by, Correlation = "scenario", MessageId = Id(on, 'm') },
            "accept" => new AcceptMessage { At = at, By = by, Correlation = "scenario", MessageId = Id(on, 'm') },
            "external" => new AddExternalMessage { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), From = act.Address!, Text = templates.Fill(act.Text), AddAsCc = true },
            "undoMerge" => new UndoMerge { At = at, By = by, Correlation = "scenario", CaseId = Id(on, 'c') },
            "moveMail" => Move(at, by, on, templates.Fill(act.Target!), templates.Fill(act.Mail!)),
            "resume" => new AgentResume { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i') },
            "wrapUp" => new AgentClose { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i') },
            "assign" => Accepted(on, act.By, at),
            "caseTimePassed" => new CaseCommand { At = at, By = Actor.Sweep("resolved-to-closed"), Correlation = "scenario", CaseId = Id(on, 'c'), Step = new CaseInput.TimePassed() },
            "close" => new AgentClose { At = at, By = by, Correlation = "scenario", InteractionId = Id(on, 'i'), Code = "issue_resolved" },
            "resolve" => new CaseCommand { At = at, By = by, Correlation = "scenario", CaseId = Id(on, 'c'), Step = new CaseInput.Resolve() },
            _ => throw new InvalidDataException($"'{act.Do}' is no act"),
        };
    }

    /// <summary>The refusal, or what was made: ids of the command, and what stands in the mail that was written.</summary>
    public static JsonObject Result(Outcome outcome) => outcome.Answer switch
    {
        Answer.Refused refused => new() { ["refused"] = refused.Rule, ["why"] = refused.Why },
        Answer.Nothing nothing => new() { ["nothing"] = nothing.Why },
        _ => Written(outcome),
    };

    private static JsonObject Written(Outcome outcome)
    {
        var result = new JsonObject();
        if (outcome.Answer is Answer.Done { Result: ParticipantResult people }) result["warnings"] = Texts(people.Warnings);
        if (outcome.Answer is Answer.Done { Result: MessageResult acted }) result["warnings"] = Texts(acted.Warnings);
        if (outcome.Inserts.OfType<Message>().FirstOrDefault(m => m.Kind != MessageKind.SystemNote) is { } message)
        {
            result["id"] = RecordId.Message(message.Id);
            result["messageId"] = message.MailId;
            result["visibility"] = message.Visibility.ToString();
        }
        if (Audience.Of(outcome) is { } audience)
        {
            Mail(result, audience.Mail);
            result["envelope"] = Texts(audience.Recipients);
            result["newReaders"] = Texts(audience.NewReaders);
            result["reads"] = audience.Reads;
        }
        result["informed"] = Texts([.. Informed(outcome)]);
        return result;
    }

    /// <summary>Followers told by a mail of their own.</summary>
    private static IEnumerable<string> Informed(Outcome outcome)
    {
        var notices = outcome.Inserts.OfType<Message>().Where(m => m is { Kind: MessageKind.SystemNote, Direction: Direction.Outbound }).Select(m => m.Id).ToHashSet();
        return outcome.Inserts.OfType<OutboxRow>().Where(r => r.MessageId is { } id && notices.Contains(id))
            .SelectMany(r => JsonSerializer.Deserialize(r.Payload, OutboxJson.Default.MailEnvelope)!.Recipients);
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static void Mail(JsonObject result, MailMessage mail)
    {
        result["to"] = Texts(mail.To.Select(a => a.Address));
        result["cc"] = Texts(mail.Cc.Select(a => a.Address));
        result["replyTo"] = mail.ReplyTo.Count > 0 ? mail.ReplyTo[0].Address : null;
        result["subject"] = mail.Subject;
        result["text"] = mail.Text;
    }

    /// <summary>The mail named in the text goes from one record to another.</summary>
    private static MoveMail Move(DateTimeOffset at, Actor by, string from, string to, string mail) => new()
    {
        At = at,
        By = by,
        Correlation = "scenario",
        InteractionId = Id(from, 'i'),
        MessageId = Id(mail, 'm'),
        ToInteraction = to.StartsWith('i') ? Id(to, 'i') : null,
        ToCase = to.StartsWith('c') ? Id(to, 'c') : null,
    };

    /// <summary>The agent accepted the offer; the queue says so.</summary>
    private static Observed Accepted(string interaction, string agent, DateTimeOffset at) => new()
    {
        At = at,
        By = Actor.OfInstance("awa"),
        Correlation = "scenario",
        Instance = "awa",
        Work = new WorkObservation { ExternalId = $"w-{interaction}", InteractionId = interaction, Round = 1, State = WorkState.Accepted, Rank = 1, Agent = agent, At = at },
    };

    private static long Id(string text, char letter) => RecordId.TryParse(text, letter, out var id) ? id : throw new InvalidDataException($"'{text}' is no id of kind {letter}");
}
