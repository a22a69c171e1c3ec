using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Host.Operations;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Storage;

namespace Connector.Host.Api.Problems;

/// <summary>Whatever goes wrong inside a request leaves as problem details; only what nobody foresaw is logged as an error.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ConnectorApp app, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await TellAsync(context, e);
            return;
        }
        if (!context.Response.HasStarted && Unspoken(context) is var (rule, why)) await Problem.WriteAsync(context, rule, why);
    }

    private Task TellAsync(HttpContext context, Exception failure)
    {
        var (rule, why) = Name(failure);
        if (rule == ApiRules.Failed) Log.Failed(logger, failure, context.Request.Method, RouteOf(context));
        // What the answer that came to nothing said of itself.
        (context.Response.Headers.ETag, context.Response.ContentLength) = (default, null);
        return Problem.WriteAsync(context, rule, app.Mask.Apply(why), (failure as RefusedException)?.Errors);
    }

    private static (string Rule, string Why) Name(Exception failure) => failure switch
    {
        RefusedException e => (e.Rule, e.Message),
        OperationRefusedException e => (e.Rule, e.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } e => (ApiRules.TooLarge, e.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } e => (ApiRules.WrongMediaType, e.Message),
        BadHttpRequestException { InnerException: JsonException json } => (ApiRules.InvalidRequest, JsonFault.Words(json)),
        BadHttpRequestException e => (ApiRules.InvalidRequest, QueryFault.Words(e)),
        ClockRefusedException e => (ApiRules.ClockRefused, e.Message),
        ConflictException e => (ApiRules.OfferGone, e.Message),
        RejectedException e => (ApiRules.VendorRefused, e.Message),
        AdapterException e => (ApiRules.VendorUnavailable, e.Message),
        StoreException => (ApiRules.StoreUnavailable, "the store cannot be used right now; nothing was stored, try again"),
        _ => (ApiRules.Failed, "something unforeseen went wrong; the log has it under the correlation id"),
    };

    /// <summary>Answers that routing gives without a body.</summary>
    private static (string Rule, string Why)? Unspoken(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when context.GetEndpoint() is null => (RuleNames.NotFound, $"there is nothing at {context.Request.Path}; see /openapi/v1.json"),
        StatusCodes.Status405MethodNotAllowed => (ApiRules.MethodNotAllowed, $"{context.Request.Method} is not allowed here; allowed: {context.Response.Headers.Allow}"),
        StatusCodes.Status415UnsupportedMediaType => (ApiRules.WrongMediaType, $"'{context.Request.ContentType}' is not read here"),
        _ => null,
    };

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
