namespace Connector.EndToEnd.Tests.Crashes;

/// <summary>What the host is busy with when it is killed.</summary>
internal enum KillMoment
{
    /// <summary>Files are taken from the drop folder.</summary>
    TakingMail,

    /// <summary>Work is handed to the queue.</summary>
    Routing,

    /// <summary>Answers of agents leave.</summary>
    Sending,
}
