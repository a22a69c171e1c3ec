using Connector.Host.Api.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Host.Api.Problems;

/// <summary>RFC 9457 problem details, each with the name of its rule.</summary>
internal static class Problem
{
    public const string MediaType = "application/problem+json";

    public static ProblemDetails Details(string rule, string detail, HttpContext context) => new()
    {
        Type = TypeOf(rule),
        Title = Words(rule),
        Status = RuleStatus.Of(rule),
        Detail = detail,
        Instance = context.Request.Path,
        Extensions = { ["rule"] = rule, ["correlationId"] = Correlation.Of(context) },
    };

    public static Task WriteAsync(HttpContext context, string rule, string detail, IReadOnlyList<FieldFault>? errors = null)
    {
        var details = Details(rule, detail, context);
        if (errors is not null) details.Extensions["errors"] = errors;
        context.Response.StatusCode = details.Status!.Value;
        return context.Response.WriteAsJsonAsync(details, Json.ConnectorJson.Options, MediaType, context.RequestAborted);
    }

    /// <summary>A name, not an address: nothing is fetched there.</summary>
    public static string TypeOf(string rule) => $"urn:connector:rule:{rule}";

    /// <summary><c>NotAllowedInState</c> -> <c>Not allowed in state</c>.</summary>
    private static string Words(string rule) =>
        string.Concat(rule.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}

/// <summary>One field of a request that is not as it must be.</summary>
internal sealed record FieldFault(string Field, string Limit, string? Value = null);
