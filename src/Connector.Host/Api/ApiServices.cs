using Connector.Host.Api.Cases;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Messages;
using Connector.Host.Api.Metrics;
using Connector.Host.Api.Offers;
using Connector.Host.Api.OpenApi;
using Connector.Host.Api.Participants;
using Connector.Host.Api.Security;
using Connector.Host.Api.Transfers;
using Connector.Host.Json;
using Connector.Runtime.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace Connector.Host.Api;

/// <summary>What requests are answered with.</summary>
internal static class ApiServices
{
    public static void Add(IServiceCollection services, ConnectorApp app, ILoggerFactory loggers)
    {
        services.AddSingleton(app).AddSingleton(app.Machine).AddSingleton(loggers);
        services.AddSingleton<MetricsText>().AddSingleton<StoreGauges>();
        services.AddSingleton<InteractionReader>().AddSingleton<InteractionDesk>().AddSingleton<PreviewDesk>().AddSingleton<WorkViewReader>().AddSingleton<Files>();
        services.AddSingleton<CaseReader>().AddSingleton<CaseDesk>().AddSingleton<MergeDesk>().AddSingleton<MessageReader>().AddSingleton<MessageDesk>().AddSingleton<ParticipantDesk>().AddSingleton<OfferCounter>().AddSingleton<TransferCounter>().AddSingleton<Requests.Door>();
        services.AddRoutingCore();
        services.ConfigureHttpJsonOptions(o => ConnectorJson.Apply(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        // The core alone: the whole brings data protection, which keeps keys of its own in the user's home.
        services.AddWebEncoders().AddTransient<ApiKeyHandler>().AddAuthenticationCore(o =>
        {
            o.DefaultScheme = ApiKeyHandler.Name;
            o.AddScheme<ApiKeyHandler>(ApiKeyHandler.Name, null);
        });
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        ApiDocument.Add(services);
    }
}
