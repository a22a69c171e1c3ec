using Connector.Host.Api.OpenApi;
using Connector.Host.Api.Problems;
using Connector.Runtime.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Connector.Host.Api.Uploads;

/// <summary><c>POST /uploads</c>: a file once, for replies to name by id; the same content has the same id.</summary>
internal static class UploadEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/uploads", TakeAsync).WithRawBody("application/octet-stream").WithTags("Uploads").WithSummary("Keep a file for a later reply");

    private static async Task<UploadView> TakeAsync(ConnectorApp app, HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = app.Settings.Mail.Limit.Bytes;
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (bytes.Length == 0) throw RefusedException.Invalid(new FieldFault("body", "must be a file; it was empty"));
        return new(await app.Store.Uploads.AddAsync(bytes.ToArray(), app.Clock.Now, http.RequestAborted), bytes.Length);
    }
}

internal sealed record UploadView(string Id, long Size);
