using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Host.Api.OpenApi;

/// <summary>Describes a body that is read as it is. Declaring it to the router would refuse a wrong type before the key is looked at.</summary>
internal static class RawBody
{
    public static RouteHandlerBuilder WithRawBody(this RouteHandlerBuilder route, string mediaType) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [mediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            },
        };
        return Task.CompletedTask;
    });
}
