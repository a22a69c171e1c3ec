using System.Diagnostics;
using System.Globalization;

using Connector.Mail.Json;
using Connector.Mail.Tests.Golden.Fuzzing;

namespace Connector.Mail.Fuzz;

/// <summary>Reads one large hostile mail of each kind, each in a process of its own, and holds time and peak memory against what is allowed.</summary>
internal static class Bounds
{
    private const int Size = 20_000_000;
    private const double MegabytesAllowed = 64, SecondsAllowed = 2;
    private const string Child = "--read";

    public static int Run(string[] args)
    {
        if (args is [Child, var path]) return Read(path);
        if (args.FirstOrDefault(kind => !HostileMails.Kinds.ContainsKey(kind)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no kind {unknown}; there are {string.Join(", ", HostileMails.Kinds.Keys)}");
            return 2;
        }
        Console.WriteLine($"{"kind",-24}{"seconds",10}{"MB beyond the mail",22}");
        var failed = (args.Length > 0 ? args : HostileMails.Kinds.Keys).Count(kind => !Holds(kind));
        Console.WriteLine(failed == 0 ? "all within 2 s and 64 MB beyond the mail's own size" : $"{failed} out of bounds");
        return failed == 0 ? 0 : 1;
    }

    private static bool Holds(string kind)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, HostileMails.Kinds[kind](Size));
            var (seconds, megabytes) = InChild(file);
            var holds = seconds <= SecondsAllowed && megabytes <= MegabytesAllowed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-24}{seconds,10:0.00}{megabytes,22:0.0}{(holds ? "" : "   OUT OF BOUNDS")}"));
            return holds;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (double Seconds, double Megabytes) InChild(string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(Bounds).Assembly.Location);
        foreach (var arg in (string[])["bounds", Child, file]) start.ArgumentList.Add(arg);
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        return child.ExitCode != 0 ? (double.PositiveInfinity, double.PositiveInfinity) : (double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
    }

    // The mail itself is in memory before the measuring begins, and the program warm.
    private static int Read(string path)
    {
        ReadAll([.. "From: a@example.com\r\nSubject: Re: x\r\nIn-Reply-To: <1@x>\r\nContent-Type: text/html\r\n\r\n<p>Yes.</p><div class=gmail_quote>On Monday Ann wrote:<blockquote>Hm?</blockquote></div>"u8]);
        var mail = File.ReadAllBytes(path);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var started = ThreadTime.Now;
        ReadAll(mail);
        var seconds = (ThreadTime.Now - started).TotalSeconds;
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.000} {(Process.GetCurrentProcess().PeakWorkingSet64 - before) / 1e6:0.0}"));
        return 0;
    }

    private static void ReadAll(byte[] mail) => ParsedMailJson.Write(Stream.Null, ParsedMail.Of(MailReader.Read(mail), OwnMail.Unknown));
}
