using Connector.Host.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Host.Api.OpenApi;

/// <summary><c>/openapi/v1.json</c>: made from the routes themselves, with the keys they need.</summary>
internal static class ApiDocument
{
    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer(RequireKey);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new() { Title = "Connector", Version = "v1", Description = "Refusals are RFC 9457 problem details whose 'rule' names what refused." };
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyHandler.KeyHeader },
        };
        return Task.CompletedTask;
    }

    private static Task RequireKey(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        Refusals(operation);
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;
        if (metadata.OfType<RequiredRoles>().LastOrDefault() is { } roles) operation.Description = $"Key of role {roles.Names}.";
        operation.Security = [Needs("bearer", context), Needs("key", context)];
        return Task.CompletedTask;
    }

    /// <summary>Any route may refuse; all refusals look alike.</summary>
    private static void Refusals(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused: problem details with the name of the rule",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problems.Problem.MediaType] = new() },
        };
    }

    private static OpenApiSecurityRequirement Needs(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
