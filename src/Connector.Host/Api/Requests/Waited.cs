using Connector.Runtime.Plugins.Http;

namespace Connector.Host.Api.Requests;

/// <summary>Somebody waits for the answer: vendors called for it are called before sweeps call them.</summary>
internal static class Waited
{
    public static async Task CallAsync(HttpContext http, RequestDelegate next)
    {
        using var priority = AmbientPriority.Of(CallPriority.Agent);
        await next(http);
    }
}
