using System.Net;
using Connector.Engine.Settings;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Metrics;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Host.Cli.Running;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings;
using Connector.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Connector.Host.Api;

/// <summary>The HTTP side of a running host. Nothing of it is configured by files or variables of the web framework, only by our settings.</summary>
internal sealed class ApiServer(WebApplication web) : IAsyncDisposable
{
    private const long MaxJsonBody = 64L * 1024 * 1024;

    /// <summary>Where it listens: the port that was really taken, when 0 was asked for.</summary>
    public string Address => web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)web).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];

    public static async Task<ApiServer> StartAsync(ConnectorApp app, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = app.Folder.Root });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => Configure(k, app));
        ApiServices.Add(builder.Services, app, loggers);
        var web = builder.Build();
        // Counts from the first mail on, not from the first look at the figures.
        web.Services.GetRequiredService<MetricsText>();
        ApiRoutes.Use(web);
        ApiRoutes.Map(web);
        try
        {
            await web.StartAsync(cancellation);
            return new(web);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await web.DisposeAsync();
            throw new CommandFailedException($"{app.Settings.Api.Url} is in use by another program: stop it, or set Api:Url to another port.", e);
        }
    }

    /// <summary>The first look at the store builds what all later ones use: done before the host says that it runs. A store that is away just now is no reason not to.</summary>
    public async Task WarmUpAsync(CancellationToken cancellation)
    {
        try
        {
            await web.Services.GetRequiredService<InteractionReader>().ListAsync(InteractionFilter.All, PageRequest.Of(1, null), new("start", AgentRole.Administrator, null), cancellation);
        }
        catch (StoreUnavailableException)
        {
            // Whoever asks first when it is back waits a little longer.
        }
    }

    /// <summary>Requests under way are answered first.</summary>
    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel, ConnectorApp app)
    {
        var url = new Uri(app.Settings.Api.Url);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxJsonBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        void Listen(ListenOptions o)
        {
            if (url.Scheme == Uri.UriSchemeHttps && app.Settings.Api.Tls is { } tls) o.UseHttps(Certificates.Load(tls, app));
        }
        if (url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) kestrel.ListenLocalhost(url.Port, Listen);
        else kestrel.Listen(IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Any, url.Port, Listen);
    }
}
