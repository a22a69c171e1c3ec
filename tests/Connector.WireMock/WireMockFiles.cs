using System.Diagnostics;

namespace Connector.WireMock;

/// <summary>Where the real WireMock is: in <c>mocks/node_modules</c>, put there by <c>npm ci</c> if need be.</summary>
public static class WireMockFiles
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    public static string Mocks { get; } = Path.Combine(Root(AppContext.BaseDirectory), "mocks");

    /// <summary>The jar, or what is missing and how to get it.</summary>
    public static async Task<(string? Jar, string? Missing)> FindAsync()
    {
        if (!OnPath("java")) return (null, "Java is missing: apt-get install openjdk-17-jre-headless");
        if (Jar() is { } there) return (there, null);
        if (!OnPath("npm")) return (null, "WireMock is missing, and npm to get it: apt-get install npm, then npm ci --prefix mocks");
        await InstallAsync();
        return Jar() is { } jar ? (jar, null) : (null, "WireMock is missing: npm ci --prefix mocks did not bring it");
    }

    private static string? Jar()
    {
        var folder = Path.Combine(Mocks, "node_modules", "wiremock", "build");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "wiremock-standalone-*.jar").FirstOrDefault() : null;
    }

    /// <summary>Test assemblies run side by side: one installs, the others wait for it.</summary>
    private static async Task InstallAsync()
    {
        using var turn = new Mutex(false, "connector-mocks-npm");
        await Task.Run(() =>
        {
            turn.WaitOne(InstallLimit);
            try
            {
                if (Jar() is null) Npm();
            }
            finally
            {
                turn.ReleaseMutex();
            }
        });
    }

    private static void Npm()
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--prefix", Mocks, "--no-audit", "--no-fund"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        npm.OutputDataReceived += (_, _) => { };
        npm.ErrorDataReceived += (_, _) => { };
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        if (!npm.WaitForExit(InstallLimit)) npm.Kill(entireProcessTree: true);
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Connector.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
