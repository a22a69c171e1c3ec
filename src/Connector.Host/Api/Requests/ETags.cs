using System.Globalization;
using Connector.Host.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace Connector.Host.Api.Requests;

/// <summary>The version of a record as its ETag; <c>If-Match</c> refuses a command on a record that has changed since.</summary>
internal static class ETags
{
    public static T Tagged<T>(T view, Func<T, long> version, HttpContext http)
    {
        http.Response.Headers.ETag = Text(version(view));
        return view;
    }

    public static IResult Result<T>(T view, long version, int status, HttpContext http)
    {
        http.Response.Headers.ETag = Text(version);
        return TypedResults.Json(view, Json.ConnectorJson.Options, statusCode: status);
    }

    /// <summary>Versions the caller will accept; null: any.</summary>
    public static IReadOnlyList<long>? Wanted(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue(HeaderNames.IfMatch, out var written)) return null;
        if (!EntityTagHeaderValue.TryParseList(written, out var tags)) throw RefusedException.Invalid(new FieldFault("If-Match", "must be an ETag, like \"7\"", written));
        if (tags.Any(t => t.Tag == "*")) return null;
        return [.. tags.Select(t => long.TryParse(t.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1)];
    }

    public static RefusedException Changed(long? version) => new(ApiRules.VersionConflict, version is { } now
        ? $"If-Match: the record is in version {now} now; read it again and decide again"
        : "If-Match: another record stands for this one now; read it again and decide again");

    private static string Text(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
}
