using System.Reflection;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>Where the build put the host, and what else of the repository the tests look at. CONNECTOR_HOST names another build to try.</summary>
internal static class BuiltHost
{
    public static string Repository { get; } = Baked("Repository");

    public static string Configuration { get; } = Baked("Configuration");

    public static string Assembly { get; } =
        Environment.GetEnvironmentVariable("CONNECTOR_HOST") is { Length: > 0 } given ? Path.GetFullPath(given) : Baked("Host");

    public static string Sample => Path.Combine(Repository, "appsettings.sample.json");

    public static string Project => Path.Combine(Repository, "src", "Connector.Host");

    private static string Baked(string key) =>
        typeof(BuiltHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
