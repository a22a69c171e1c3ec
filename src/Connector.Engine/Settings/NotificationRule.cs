namespace Connector.Engine.Settings;

/// <summary>Who is told by mail of what (domain section 8): roles on the conversation, or addresses of people of ours. Followers hear of everything without a rule.</summary>
public sealed record NotificationRule
{
    public NotificationOn On { get; init; }

    /// <summary><see cref="NotificationRules.Roles"/>, or addresses.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Key of <see cref="Rules.Templates"/>: what an update says to customers.</summary>
    public string? Template { get; init; }
}

public enum NotificationOn
{
    /// <summary>A public message. Without a rule: requester and CCs.</summary>
    PublicMessage,

    /// <summary>An internal note or mail. Never told to requester and CCs.</summary>
    InternalNote,

    /// <summary>A case was resolved, closed or reopened on the record. Without a rule customers hear nothing.</summary>
    Update,
}
