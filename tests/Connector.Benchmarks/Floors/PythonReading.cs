using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Connector.Benchmarks.Floors;

/// <summary>The same mails read by Python's <c>email</c> package in a process of its own, timed there.</summary>
internal static class PythonReading
{
    private const string Script = """
        import email, email.policy, glob, os, sys, time
        mails = [open(f, 'rb').read() for f in sorted(glob.glob(os.path.join(sys.argv[1], '*.eml')))]
        start = time.process_time()
        for raw in mails:
            m = email.message_from_bytes(raw, policy=email.policy.default)
            m['subject'], m['from'], m['to'], m['cc'], m['date'], m['message-id'], m['references']
            for p in m.walk():
                if not p.is_multipart(): p.get_content()
        print(len(mails) / (time.process_time() - start))
        """;

    /// <summary>Mails a second, or null without Python.</summary>
    public static double? Rate(IEnumerable<byte[]> mails)
    {
        var folder = Directory.CreateTempSubdirectory("bench-mails-");
        try
        {
            foreach (var (n, mail) in mails.Index()) File.WriteAllBytes(Path.Combine(folder.FullName, $"{n:00000}.eml"), mail);
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script, folder.FullName]) { RedirectStandardOutput = true });
            return double.Parse(python!.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is Win32Exception or FormatException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
