using System.Diagnostics;

namespace Connector.Host.Tests.Cli;

/// <summary>The program as a shell sees it.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "connector.dll");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("--version", 0)]
    [InlineData("statsu", 2)]
    [InlineData("status", 2)]
    [InlineData("config validate", 0)]
    [InlineData("plugins list --json", 0)]
    public async Task Process_Called_ExitsAsDocumented(string args, int exit)
    {
        using var process = Start(args);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(exit, process.ExitCode);
    }

    [Fact]
    public async Task Process_WhoseReaderLeaves_DoesNotCrash()
    {
        for (var i = 0; i < 200; i++) _folder.Write($"mails/{i:000}.eml", Mails.Plain("a@customer.example", "Piped", new string('x', 4000)));
        using var process = Start("parse mails");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("Exception", error);
    }

    [Fact]
    public async Task Process_Run_StopsInOrderWhenTold()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var process = Start("run --log text");
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Ctrl-C", StringComparison.Ordinal))
        {
        }
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("The host has stopped", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "connector-data", "connector.owner")));
    }

    private Process Start(string args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args.Split(' ')])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["CONNECTOR__Api__Url"] = "http://127.0.0.1:0" },
        };
        return System.Diagnostics.Process.Start(start)!;
    }
}
