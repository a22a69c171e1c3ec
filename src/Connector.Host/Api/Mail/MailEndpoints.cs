using Connector.Engine.Threads;
using Connector.Host.Api.OpenApi;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;
using Connector.Runtime.Intake;
using Microsoft.AspNetCore.Http.Features;

namespace Connector.Host.Api.Mail;

/// <summary><c>POST /mail</c>: a raw mail, through the same intake as every other source; answered after the commit.</summary>
internal static class MailEndpoints
{
    private const string Rfc822 = "message/rfc822";

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/mail", TakeAsync).For(Roles.Intake).WithRawBody(Rfc822).WithTags("Mail").WithSummary("Take in one mail; ?mailbox= names the channel, else its addresses do");

    private static async Task<IResult> TakeAsync(string? mailbox, string? source, ConnectorApp app, HttpContext http)
    {
        RequireKnown(mailbox, app);
        if (http.Request.ContentType is { } type && !type.StartsWith(Rfc822, StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(ApiRules.WrongMediaType, $"send the mail as {Rfc822}, not '{type}'");
        var (bytes, size) = await ReadAsync(http, app.Intake.Size.Kept);
        if (size == 0) throw RefusedException.Invalid(new FieldFault("body", "must be a mail; it was empty"));
        var line = await TakeOnceAsync(new(mailbox ?? ChannelOf(bytes, app.Intake), bytes, string.IsNullOrEmpty(source) ? "http" : source) { Size = size }, app.Intake, Once.Of(http), http.RequestAborted);
        return Results.Text(line.ToJson(), "application/json");
    }

    /// <summary>The record of the request's idempotency key is stored with the mail; one whose answer was lost is answered as it was decided then.</summary>
    private static async Task<IngestLine> TakeOnceAsync(IncomingMail mail, MailIntake intake, Once? once, CancellationToken cancellation)
    {
        var line = once is null ? await intake.TakeAsync(mail, cancellation)
            : once.Recall<MailDecision>() is { } decided ? await intake.RecallAsync(mail, decided, cancellation)
            : await intake.TakeAsync(mail with { Beside = (decision, _) => once.Beside(decision) }, cancellation);
        once?.Given();
        return line;
    }

    private static void RequireKnown(string? mailbox, ConnectorApp app)
    {
        var known = app.Settings.Channels.Keys;
        if (mailbox is not null && !known.Contains(mailbox, StringComparer.OrdinalIgnoreCase))
            throw RefusedException.Invalid(new FieldFault("mailbox", $"must name a channel: {string.Join(", ", known.Order(StringComparer.Ordinal))}", mailbox));
    }

    private static string ChannelOf(byte[] bytes, MailIntake intake)
    {
        var (channel, unclear) = intake.ChannelOf(bytes);
        return channel ?? throw RefusedException.Invalid(new FieldFault("mailbox", unclear!));
    }

    /// <summary>Not more than is kept of one mail; a longer one is refused by the server before that.</summary>
    private static async Task<(byte[] Bytes, long Size)> ReadAsync(HttpContext http, long kept)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = kept;
        using var all = new MemoryStream();
        await http.Request.Body.CopyToAsync(all, http.RequestAborted);
        return (all.ToArray(), all.Length);
    }
}
