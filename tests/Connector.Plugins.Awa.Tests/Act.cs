namespace Connector.Plugins.Awa.Tests;

public enum ActKind
{
    Route,
    Reroute,
    Assign,
    Accept,
    Reject,
    TimePasses,
    Hold,
    Resume,
    End,
    ComeIn,
    GoAway,
}

public sealed record Act(ActKind Kind, int Who, int What, int Host);
