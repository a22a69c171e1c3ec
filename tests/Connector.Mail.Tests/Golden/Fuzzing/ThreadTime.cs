using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Connector.Mail.Tests.Golden.Fuzzing;

/// <summary>Processor time of this thread, so that a busy machine makes no mail slow; elapsed time where the system does not tell.</summary>
internal static class ThreadTime
{
    private const int ThreadCpuClock = 3;

    public static TimeSpan Now =>
        OperatingSystem.IsLinux() && clock_gettime(ThreadCpuClock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
            : Stopwatch.GetElapsedTime(0);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(nint Seconds, nint Nanoseconds);
}
