using System.Diagnostics;

namespace Connector.Mail.Tests.Golden.Fuzzing;

/// <summary>Twenty megabytes of every hostile kind, each in a process of its own: two seconds, and 64 MB beyond the mail.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void Read_TwentyMegabytesOfEachKind_StaysInBounds()
    {
        var program = Path.Combine(AppContext.BaseDirectory.Replace("Connector.Mail.Tests", "Connector.Mail.Fuzz", StringComparison.Ordinal), "Connector.Mail.Fuzz.dll");
        using var run = Process.Start(new ProcessStartInfo("dotnet", [program, "bounds"]) { RedirectStandardOutput = true })!;
        var said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, said);
        Assert.All(HostileMails.Kinds.Keys, kind => Assert.Contains(kind, said, StringComparison.Ordinal));
    }
}
