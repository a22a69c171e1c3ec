namespace Connector.Host.Tests.Api.OpenApi;

public sealed class OpenApiTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Document_ListsEveryRouteWithItsMethods()
    {
        var document = (await host.AsAdmin().GetAsync("/openapi/v1.json")).Json;

        var listed = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(m => $"{m.Key.ToUpperInvariant()} {p.Key}")).ToHashSet();
        var mapped = host.Api.Routes.Where(r => !r.RoutePattern.RawText!.StartsWith("/openapi", StringComparison.Ordinal))
            .SelectMany(r => r.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {r.RoutePattern.RawText!.Replace(":int", "", StringComparison.Ordinal).TrimEnd('/')}")).ToList();
        Assert.True(mapped.Count > 50);
        Assert.Empty(mapped.Except(listed));
    }

    [Fact]
    public async Task Document_SaysWhichKeyARouteNeeds()
    {
        var document = (await host.AsAdmin().GetAsync("/openapi/v1.json")).Json;

        var paths = document["paths"]!;
        Assert.NotNull(paths["/api/v1/interactions/{id}/reply"]!["post"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]);
        Assert.NotNull(paths["/api/v1/mail"]!["post"]!["requestBody"]!["content"]!["message/rfc822"]);
        Assert.NotNull(paths["/api/v1/cases/{id}"]!["get"]!["responses"]!["default"]!["content"]!["application/problem+json"]);
        Assert.Contains("Administrator", (string?)paths["/api/v1/admin/keys"]!["get"]!["description"]);
        Assert.NotEmpty(paths["/api/v1/interactions"]!["get"]!["security"]!.AsArray());
        Assert.Null(paths["/health/live"]!["get"]!["security"]);
        Assert.DoesNotContain(paths["/api/v1/interactions"]!["get"]!["parameters"]!.AsArray(), p => (string?)p!["name"] == "caller");
    }

    [Fact]
    [Trait("Requirement", "R038")]
    public async Task Document_NoRequestAsksAPersonForAThreadId()
    {
        var document = (await host.AsAdmin().GetAsync("/openapi/v1.json")).Json;

        foreach (var operation in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()))
        {
            var asked = operation.Value!["requestBody"]?.ToJsonString() + operation.Value["parameters"]?.ToJsonString();
            Assert.DoesNotContain("threadId", asked, StringComparison.OrdinalIgnoreCase);
            foreach (var schema in Referenced(asked)) Assert.DoesNotContain("threadId", document["components"]!["schemas"]![schema]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    [Trait("Requirement", "R045")]
    public async Task Document_CaseViewAndMailWorkView_AreDifferentContracts()
    {
        var schemas = (await host.AsAdmin().GetAsync("/openapi/v1.json")).Json["paths"]!;

        string Of(string path) => schemas[path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!.ToJsonString();
        Assert.NotEqual(Of("/api/v1/cases/{id}"), Of("/api/v1/interactions/{id}/work-view"));
    }

    private static IEnumerable<string> Referenced(string text) =>
        text.Split("#/components/schemas/").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).Distinct();
}
