using Connector.Engine.Door;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Cases;

/// <summary>Makes a case without a mail: by hand, or by a program for what happened elsewhere.</summary>
public sealed record CreateCase : Input
{
    /// <summary>Where it lives; null: the tenant's default channel.</summary>
    public string? Channel { get; init; }
    public string Subject { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Address of the customer it is for; null: that is not known yet.</summary>
    public string? Requester { get; init; }
    public string RequesterName { get; init; } = "";

    /// <summary>The agent whose work it is; null: nobody's yet.</summary>
    public string? Assignee { get; init; }

    /// <summary>The program it comes from, where one makes it.</summary>
    public string? Source { get; init; }
}

internal static class CreateCaseRules
{
    public static Outcome Decide(CreateCase command, Given given)
    {
        if (CaseCommandRules.Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        if ((command.Channel ?? given.Setup.DefaultChannel) is not { Length: > 0 } named) return Refused(RuleNames.ChannelRequired, "channel: a case lives in a channel; name one, or set DefaultChannel");
        if (given.Setup.Channel(named) is not { } channel) return Refused(RuleNames.UnknownChannel, $"channel: '{named}' is none of {string.Join(", ", given.Setup.Channels.Keys.Order(StringComparer.Ordinal))}");
        if (string.IsNullOrWhiteSpace(command.Subject)) return Refused(RuleNames.EmptyText, "subject: a case needs a subject");
        if (command.Assignee is { } agent && CaseCommandRules.Unfit(agent, given.Setup) is { } unfit) return new Outcome(unfit);
        var p = new Proceedings(new Dossier(), command, given);
        if (command.Requester?.Trim() is { Length: > 0 } requester)
        {
            if (NotACustomer(requester, given.Setup) is { } refused) return new Outcome(refused);
            p.Set(ThreadOf(command, channel, given));
            ParticipantRules.Add(p, requester, command.RequesterName, ParticipantRole.Requester, null);
        }
        return Open(p, command, channel);
    }

    private static Outcome Open(Proceedings p, CreateCase command, Channel channel)
    {
        var facts = new CaseFacts(p.Now, channel.Rules);
        var draft = new Case
        {
            Id = p.Given.Fresh.Id(),
            Tenant = p.Given.Setup.Tenant,
            Number = p.Given.Fresh.CaseNumber(),
            Channel = channel.Id,
            ThreadId = p.Dossier.Thread?.Id,
            Subject = command.Subject.Trim(),
            Description = command.Description,
            Origin = Origin(command),
            CreatedBy = command.By.Name,
        };
        p.Take(CaseRules.Decide(null, new CaseInput.Create(draft), facts));
        if (command.Assignee is { } agent)
        {
            p.Take(CaseRules.Decide(p.Dossier.Case(draft.Id), new CaseInput.Assign(agent), facts));
            p.Notify(agent, "Case", "a case was assigned to you", caseId: draft.Id);
        }
        return p.Close(new Answer.Done(new CaseResult(draft.Id)));
    }

    private static string Origin(CreateCase command) =>
        command.By.Instance is { } instance ? $"Integration:{instance}"
        : command.By.Role == AgentRole.Integration ? $"Integration:{(string.IsNullOrWhiteSpace(command.Source) ? command.By.Name.Split(':')[^1] : command.Source.Trim())}"
        : "Manual";

    private static Answer.Refused? NotACustomer(string address, Setup setup) =>
        !System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address ? new(ParticipantRuleNames.NotAnAddress, $"requester: '{address}' is no email address")
        : setup.IsOwnAddress(address) ? new(ParticipantRuleNames.ChannelAddress, $"requester: {address} is an address of a channel")
        : null;

    private static CaseThread ThreadOf(CreateCase command, Channel channel, Given given) => new()
    {
        Id = given.Fresh.Id(),
        Tenant = given.Setup.Tenant,
        Channel = channel.Id,
        MailboxGroup = channel.MailboxGroup,
        BareSubject = BareSubject.Of(command.Subject),
        CreatedAt = command.At,
        LastActivityAt = command.At,
    };

    private static Outcome Refused(string rule, string why) => new(new Answer.Refused(rule, why));
}
