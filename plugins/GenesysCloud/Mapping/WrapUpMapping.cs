using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>Who set a code: the agent, or the vendor's clock. Pure.</summary>
internal static class WrapUpMapping
{
    /// <summary>
    /// A code named among the timeout codes is the vendor's. Otherwise the times tell, where an agent may end early: after-call work that lasted as long as
    /// it might was ended by the clock. Time-boxed without early exit always lasts that long, so there only the name tells.
    /// </summary>
    public static bool IsByTimeout(EmailParticipant leg, IReadOnlySet<string> timeoutCodes)
    {
        if (leg.FinalWrapup() is not { } wrapup) return false;
        if (timeoutCodes.Contains(wrapup.Code!) || wrapup.Name is { } name && timeoutCodes.Contains(name)) return true;
        return timeoutCodes.Count == 0
            && IsTimeBoxed(leg.WrapupPrompt) && !IsForced(leg.WrapupPrompt)
            && leg.WrapupTimeoutMs is > 0 and { } limit
            && leg.EndAcwTime - leg.StartAcwTime >= TimeSpan.FromMilliseconds(limit);
    }

    /// <summary>MANDATORY_TIMEOUT in a queue's settings, timeout or mandatory_timeout on a leg.</summary>
    public static bool IsTimeBoxed(string? prompt) => prompt?.Contains("timeout", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The agent cannot end it early.</summary>
    public static bool IsForced(string? prompt) => prompt?.Contains("forced", StringComparison.OrdinalIgnoreCase) == true;
}
