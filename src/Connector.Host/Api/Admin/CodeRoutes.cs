using Connector.Engine.Codes;
using Connector.Host.Operations;
using Connector.Host.Operations.Codes;
using Connector.Host.Operations.Reconciling;
using Connector.Host.Operations.Targets;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Admin;

/// <summary>Wrap-up codes on both sides, targets, both systems compared.</summary>
internal static class CodeRoutes
{
    public static void Map(RouteGroupBuilder operate, RouteGroupBuilder administer)
    {
        operate.MapGet("/codes", (CodeState? state, string? instance, ConnectorApp app, CancellationToken cancellation) =>
            new CodeReading(app.Store, app.Settings).ListAsync(state, instance, cancellation)).WithSummary("Our wrap-up codes with their mappings");
        operate.MapGet("/codes/report", (DateTimeOffset? from, DateTimeOffset? to, string? last, string? channel, string? instance, ConnectorApp app, CancellationToken cancellation) =>
            new CodeReportReading(app.Store).ReadAsync(CodeReportFilter.Of(from, to, last, channel, instance, app.Clock.Now), cancellation)).WithSummary("Closures by code and by source, with shares");
        operate.MapGet("/codes/drift", (string? instance, HttpContext http) =>
            new SyncDesk(AdminEndpoints.OperatorOf(http)).DriftAsync(instance, http.RequestAborted)).WithSummary("What differs between the vendors' codes, queues and agents and ours, as of now");
        operate.MapGet("/targets", (string interaction, ConnectorApp app, CancellationToken cancellation) =>
            new TargetReading(app).ListAsync(interaction, cancellation)).WithSummary("Queues and agents the vendor authorises for an interaction");
        administer.MapPost("/codes", (CodeRequest body, HttpContext http) =>
            new CodeDesk(AdminEndpoints.OperatorOf(http)).AddAsync(body.Key, body.Label, body.Description, body.Translations, body.Push, http.RequestAborted)).WithSummary("Add a code, or take a retired one back into use");
        administer.MapPut("/codes", UpsertAsync).WithSummary("Codes as they shall be, with translations; 207 when only some were taken")
            .Produces<IReadOnlyList<CodeUpsertView>>().Produces<IReadOnlyList<CodeUpsertView>>(StatusCodes.Status207MultiStatus).Produces<IReadOnlyList<CodeUpsertView>>(StatusCodes.Status422UnprocessableEntity);
        administer.MapPost("/codes/{key}/rename", (string key, CodeRequest body, HttpContext http) =>
            new CodeDesk(AdminEndpoints.OperatorOf(http)).RenameAsync(key, body.Label, body.Description, body.Translations, body.Push, http.RequestAborted)).WithSummary("Give a code another label, description or translation");
        administer.MapPost("/codes/{key}/retire", (string key, RetireRequest? body, HttpContext http) =>
            new CodeDesk(AdminEndpoints.OperatorOf(http)).RetireAsync(key, body?.Push ?? false, http.RequestAborted)).WithSummary("Nobody may choose it any more");
        administer.MapPost("/codes/map", (MapRequest body, HttpContext http) =>
            new CodeDesk(AdminEndpoints.OperatorOf(http)).MapAsync(Needed(body.Instance, "instance"), body.Queue, Needed(body.VendorCode, "vendorCode"), body.Code, http.RequestAborted)).WithSummary("Say which code of the vendor is which of ours; code null: none any more");
        administer.MapPost("/codes/sync", (SyncRequest? body, HttpContext http) => SyncAsync(body ?? new(), new SyncDesk(AdminEndpoints.OperatorOf(http)), http.RequestAborted))
            .WithSummary("Read the vendors and plan; with apply, carry the reviewed plan out");
        administer.MapPost("/reconcile", (ReconcileRequest? body, HttpContext http) =>
            new ReconcileDesk(AdminEndpoints.OperatorOf(http)).RunAsync(body?.Instance, body?.Repair ?? false, http.RequestAborted)).WithSummary("Compare both systems; with repair, bring them together");
    }

    private static async Task<IResult> UpsertAsync(IReadOnlyList<CodeUpsert> body, HttpContext http)
    {
        var results = await new UpsertDesk(AdminEndpoints.OperatorOf(http)).UpsertAsync(body, http.RequestAborted);
        var status = results.All(r => r.AllDone) ? StatusCodes.Status200OK
            : results.Any(r => r.Done || r.Translations.Any(t => t.Done)) ? StatusCodes.Status207MultiStatus : StatusCodes.Status422UnprocessableEntity;
        return TypedResults.Json(results, statusCode: status);
    }

    private static async Task<IReadOnlyList<SyncView>> SyncAsync(SyncRequest body, SyncDesk desk, CancellationToken cancellation) => body.Apply is null
        ? await desk.ReadAsync(body.Instance, cancellation)
        : [await desk.ApplyAsync(Needed(body.Instance, "instance"), body.Apply, body.Only, cancellation)];

    private static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw OperationRefusedException.Invalid(field, "must be given") : value;
}

internal sealed record CodeRequest(string? Key = null, string? Label = null, string? Description = null, IReadOnlyDictionary<string, string?>? Translations = null, bool Push = false);

internal sealed record RetireRequest(bool Push = false);

internal sealed record MapRequest(string? Instance, string? VendorCode, string? Code = null, string? Queue = null);

/// <param name="Apply">The plan as it was reviewed.</param>
/// <param name="Only">Numbers of its steps; null: all.</param>
internal sealed record SyncRequest(string? Instance = null, string? Apply = null, IReadOnlyList<int>? Only = null);

internal sealed record ReconcileRequest(string? Instance = null, bool Repair = false);
