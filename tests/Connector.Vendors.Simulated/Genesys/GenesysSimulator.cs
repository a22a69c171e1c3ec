using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connector.Vendors.Simulated.Genesys;

/// <summary>Genesys Cloud in memory, over real HTTP on loopback.</summary>
public sealed class GenesysSimulator : IAsyncDisposable
{
    public const string ClientId = "sim-client";
    public const string ClientSecret = "sim-secret";

    private readonly Lock _gate = new();
    private readonly List<SimulatedCall> _calls = [];
    private readonly List<string> _violations = [];
    private readonly HashSet<string> _tokens = [];
    private readonly SimulatedApi _api;
    private readonly WebApplication _app;
    private int _issued;

    private readonly string _secret;

    private GenesysSimulator(SimulatedCloud cloud, string secret)
    {
        Cloud = cloud;
        _secret = secret;
        _api = new(cloud, Violate);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public SimulatedCloud Cloud { get; }

    public Faults Faults { get; } = new();

    public Uri Url => new(_app.Urls.First());

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    public int TokensIssued => _issued;

    public TimeSpan TokensLast { get; set; } = TimeSpan.FromHours(24);

    public IReadOnlyList<SimulatedCall> Calls
    {
        get
        {
            lock (_gate) return [.. _calls];
        }
    }

    /// <summary>Everything that was asked and is not described: a test ends by checking that there is none.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate) return [.. _violations];
        }
    }

    /// <param name="cloud">The organisation; a new one when none is given.</param>
    /// <param name="secret">The one its client must know.</param>
    public static async Task<GenesysSimulator> StartAsync(SimulatedCloud? cloud = null, string secret = ClientSecret)
    {
        var simulator = new GenesysSimulator(cloud ?? new(), secret);
        await simulator._app.StartAsync();
        return simulator;
    }

    /// <summary>No token given so far is good any more.</summary>
    public void ExpireTokens()
    {
        lock (_gate) _tokens.Clear();
    }

    public void ForgetCalls()
    {
        lock (_gate) _calls.Clear();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var call = Note(context.Request, await reader.ReadToEndAsync());
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, TimeProvider.System, context.RequestAborted);
        var fault = Faults.For(call);
        var reply = fault is { AfterEffect: false } ? null : Effect(context.Request, call);
        if (fault is { Code: null })
        {
            context.Abort();
            return;
        }

        await WriteAsync(context.Response, fault is null ? reply! : Reply.Error(fault.Code!.Value, fault.Word), fault?.RetryAfter);
    }

    private SimulatedCall Note(HttpRequest request, string body)
    {
        lock (_gate)
        {
            var call = new SimulatedCall(_calls.Count + 1, request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", body);
            _calls.Add(call);
            return call;
        }
    }

    private Reply Effect(HttpRequest request, SimulatedCall call)
    {
        if (call.Path == "/oauth/token") return Token(request, call);
        lock (_gate)
        {
            if (!_tokens.Contains(request.Headers.Authorization.ToString())) return Reply.Error(401, "bad.credentials");
        }

        if (call.Body.Length > 0 && request.ContentType != "application/json") Violate($"{call.Method} {call.Path}: content type {request.ContentType}");
        return Cloud.Locked(() => _api.Answer(call));
    }

    private Reply Token(HttpRequest request, SimulatedCall call)
    {
        var basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{_secret}"))}";
        if (call.Method != "POST" || call.Body != "grant_type=client_credentials" || request.ContentType != "application/x-www-form-urlencoded") Violate($"{call.Method} {call.Path}: {call.Body}");
        if (request.Headers.Authorization != basic) return new(400, new System.Text.Json.Nodes.JsonObject { ["error"] = "invalid_client" });
        var token = $"sim-token-{Interlocked.Increment(ref _issued)}";
        lock (_gate) _tokens.Add($"Bearer {token}");
        return Reply.Ok(new System.Text.Json.Nodes.JsonObject { ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = (int)TokensLast.TotalSeconds });
    }

    private async Task WriteAsync(HttpResponse response, Reply reply, TimeSpan? retryAfter)
    {
        response.StatusCode = reply.Status;
        response.Headers.Date = Cloud.Now.ToString("r");
        if (retryAfter is { } wait) response.Headers.RetryAfter = $"{(int)wait.TotalSeconds}";
        if (reply.Body is null) return;
        response.ContentType = "application/json";
        await response.WriteAsync(Cloud.Locked(() => reply.Body.ToJsonString()));
    }

    private void Violate(string what)
    {
        lock (_gate) _violations.Add(what);
    }
}
