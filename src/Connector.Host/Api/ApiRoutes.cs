using Connector.Host.Api.Admin;
using Connector.Host.Api.Cases;
using Connector.Host.Api.Health;
using Connector.Host.Api.Hooks;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Mail;
using Connector.Host.Api.Messages;
using Connector.Host.Api.Metrics;
using Connector.Host.Api.Notifications;
using Connector.Host.Api.Offers;
using Connector.Host.Api.Participants;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Host.Api.Transfers;
using Connector.Host.Api.Uploads;
using Connector.Host.Api.WrapUp;

namespace Connector.Host.Api;

/// <summary>The way of a request, and all routes.</summary>
internal static class ApiRoutes
{
    public static void Use(WebApplication web)
    {
        web.Use(SecurityHeaders.AddAsync);
        web.UseMiddleware<Correlation>();
        web.UseRouting();
        web.UseMiddleware<RequestLog>();
        web.UseMiddleware<ProblemMiddleware>();
        web.UseAuthentication();
        web.UseAuthorization();
        web.UseMiddleware<Idempotency>();
        web.Use(Waited.CallAsync);
    }

    public static void Map(WebApplication web)
    {
        var api = web.MapGroup("/api/v1").RequireAuthorization();
        MailEndpoints.Map(api);
        OfferEndpoints.Map(api);
        NotificationEndpoints.Map(api);
        InteractionEndpoints.Map(api);
        TransferEndpoints.Map(api);
        MessageEndpoints.Map(api);
        MessageActEndpoints.Map(api);
        ParticipantEndpoints.Map(api);
        UploadEndpoints.Map(api);
        CaseEndpoints.Map(api);
        SegmentEndpoints.Map(api);
        AdminEndpoints.Map(api);
        HookEndpoints.Map(web);
        HealthEndpoints.Map(web);
        MetricsEndpoint.Map(web);
        web.MapOpenApi().RequireAuthorization();
    }
}
