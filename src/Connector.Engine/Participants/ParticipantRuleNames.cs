namespace Connector.Engine.Participants;

/// <summary>Names of the rules that refuse a participant, as they stand in problem details.</summary>
public static class ParticipantRuleNames
{
    public const string NeverCc = nameof(NeverCc);
    public const string CcDisabled = nameof(CcDisabled);
    public const string CcLimitReached = nameof(CcLimitReached);
    public const string ChannelAddress = nameof(ChannelAddress);
    public const string FollowersAreInternal = nameof(FollowersAreInternal);
    public const string OneRequester = nameof(OneRequester);
    public const string NotAnAddress = nameof(NotAnAddress);
}
