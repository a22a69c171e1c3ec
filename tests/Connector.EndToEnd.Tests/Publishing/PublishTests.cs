using System.Diagnostics;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Publishing;

/// <summary>Slow: what <c>dotnet publish</c> leaves runs from anywhere, with plugins and demo mails.</summary>
[Collection(AloneCollection.Name)]
public sealed class PublishTests
{
    [Fact]
    public async Task Publish_ToAFolder_RunsElsewhere()
    {
        await using var work = new Workspace();
        var published = Path.Combine(work.Folder, "connector");
        await PublishAsync(published);
        var elsewhere = Directory.CreateDirectory(Path.Combine(work.Folder, "elsewhere")).FullName;
        var demo = (await CallAsync(published, elsewhere, work, "demo", "--json")).With(0).Json;
        Assert.Equal(3, demo["interactions"]!.AsArray().Count);
        var plugins = (await CallAsync(published, elsewhere, work, "plugins", "list", "--json")).With(0).Out;
        Assert.Contains("Awa", plugins, StringComparison.Ordinal);
    }

    private static async Task<Ended> CallAsync(string published, string folder, Workspace work, params string[] arguments)
    {
        await using var process = ConnectorProcess.Start(Path.Combine(published, "connector.dll"), folder, work.Environment, arguments);
        return await process.EndAsync();
    }

    /// <summary>Of what is built already: the test neither builds nor restores.</summary>
    private static async Task PublishAsync(string folder)
    {
        var start = new ProcessStartInfo(ConnectorProcess.Dotnet, ["publish", BuiltHost.Project, "-o", folder, "-c", BuiltHost.Configuration, "--no-build", "-nologo", "-v", "q"]) { RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
    }
}
