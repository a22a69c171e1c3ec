using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Messages;

/// <summary>Acts of agents on one message: who may, what it was, what it becomes.</summary>
internal static class MessageCommandRules
{
    public const string CannotBeRecalled = nameof(CannotBeRecalled);

    public static Outcome Decide(MessageCommand command, Known known, Given given)
    {
        if (known.Message is not { } message || known.Dossier is not { } dossier)
            return new Outcome(new Answer.Refused(RuleNames.NotFound, $"there is no message {RecordId.Message(command.MessageId)} on a conversation"));
        if (MessageAuthority.Refusal(command, dossier, message.InteractionId) is { } refused) return new Outcome(refused);
        var p = new Proceedings(dossier, command, given);
        return command switch
        {
            MakeInternal c => Hide(p, c, message),
            AcceptMessage c => Accept(p, c, message),
            _ => throw new InvalidOperationException(command.GetType().Name),
        };
    }

    private static Outcome Hide(Proceedings p, MakeInternal c, Message message)
    {
        if (message.Visibility == Visibility.Internal) return new Outcome(new Answer.Nothing("it is internal already"));
        if (message.Direction == Direction.Outbound) return new Outcome(new Answer.Refused(RuleNames.NotSupported, "only what a customer wrote is made internal; our own mail has been sent"));
        p.Log("MessageMadeInternal", c.Reason.Length == 0 ? null : c.Reason, message.InteractionId, message.CaseId, message.Id, nameof(Visibility.Public), nameof(Visibility.Internal));
        return Changed(p, message with { Visibility = Visibility.Internal }, [CannotBeRecalled]);
    }

    private static Outcome Accept(Proceedings p, AcceptMessage c, Message message)
    {
        if (!HasFlag(message, Flags.ThirdPartyReply)) return new Outcome(new Answer.Nothing("it is part of the conversation already"));
        var channel = p.Given.Setup.Channel(message.Channel) ?? new Channel { Id = message.Channel };
        if (c.AddAsCc && CcEntry.Refusal(p, message.From, channel) is { } refused) return new Outcome(refused);
        IReadOnlyList<string> warnings = c.AddAsCc ? CcEntry.Enter(p, message.From, message.FromName, message.InteractionId, message.CaseId, message.Id) : [];
        p.Log("ThirdPartyMessageAccepted", null, message.InteractionId, message.CaseId, message.Id, nameof(Visibility.Internal), nameof(Visibility.Public));
        return Changed(p, message with { Visibility = Visibility.Public, Flags = Without(message, Flags.ThirdPartyReply) }, warnings);
    }

    private static Outcome Changed(Proceedings p, Message message, IReadOnlyList<string> warnings)
    {
        var outcome = p.Close(new Answer.Done(new MessageResult(message.Id, warnings)));
        return outcome with { Updates = [.. outcome.Updates, message] };
    }

    private static bool HasFlag(Message message, string flag) => message.Flags.Split(' ').Contains(flag, StringComparer.Ordinal);

    private static string Without(Message message, string flag) => string.Join(' ', message.Flags.Split(' ').Where(f => f != flag));
}

/// <summary>Flags of messages that rules ask for again.</summary>
public static class Flags
{
    public const string ThirdPartyReply = nameof(ThirdPartyReply);
}
