using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>What a failure of the vendor means, by its code where the code says more than the status. Pure.</summary>
internal static partial class GenesysErrors
{
    /// <summary>The work is not where it was thought to be: reading it again tells what to do.</summary>
    private static readonly HashSet<string> StateCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "conversations.error.transfer.not.connected",
        "postino.error.transfer.not.connected",
        "postino.error.transfer.canceled",
        "conversation.error.participant.no.active.conversations",
        "invalid.status",
        "request.conflict",
    };

    /// <summary>One queue or conversation is in a division that is not ours: nothing is wrong with the instance.</summary>
    private const string OtherDivision = "missing.division.permission";

    private static readonly HashSet<string> LoginCodes = new(StringComparer.OrdinalIgnoreCase) { "invalid_client", "invalid_grant", "unauthorized_client" };

    public static AdapterException Of(string call, HttpStatusCode status, TimeSpan? retryAfter, ReadOnlySpan<byte> body)
    {
        var error = Read(body);
        var text = $"{call} answered {(int)status}{Shown(" ", error?.Code ?? error?.Error)}{Shown(", contextId ", error?.ContextId)}";
        if (error?.Error is { } login && LoginCodes.Contains(login)) return new UnauthorizedException(text);
        if (error?.Code == OtherDivision) return new RejectedException(text);
        return error?.Code is { } code && StateCodes.Contains(code) ? new ConflictException(text) : HttpFailure.Of(status, retryAfter, text);
    }

    private static ErrorAnswer? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, GenesysJson.Default.ErrorAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Codes and ids alone: anything else may hold what was sent.</summary>
    private static string Shown(string before, string? word) => word is not null && Word().IsMatch(word) ? before + word : "";

    [GeneratedRegex("^[A-Za-z0-9._-]{1,80}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
