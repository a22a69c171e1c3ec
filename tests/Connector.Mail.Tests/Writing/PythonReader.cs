using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Mail.Tests.Writing;

/// <summary>Python's <c>email</c> package reading a folder of mails, for a second opinion.</summary>
internal static class PythonReader
{
    private const string Script = """
        import email, email.policy, glob, json, os, sys
        def say(x):
            sys.stdout.buffer.write(json.dumps(x, ensure_ascii=False).encode('utf-8', 'replace') + b'\n')
        def people(m, name):
            h = m[name]
            return [[a.display_name, a.addr_spec] for a in h.addresses] if h is not None else []
        def text(p):
            if p.get_content_maintype() != 'text': return None
            try: return p.get_content()
            except Exception as e: return 'not read: ' + type(e).__name__
        def content(p):
            c = p.get_payload(decode=True)
            return (c or b'').hex()
        for f in sorted(glob.glob(os.path.join(sys.argv[1], '*.eml'))):
            try:
                m = email.message_from_bytes(open(f, 'rb').read(), policy=email.policy.default)
                leaves = [p for p in m.walk() if not p.is_multipart()]
                r = {
                    'subject': m['subject'], 'from': people(m, 'from'), 'sender': people(m, 'sender'), 'replyTo': people(m, 'reply-to'), 'to': people(m, 'to'), 'cc': people(m, 'cc'), 'bcc': people(m, 'bcc'),
                    'date': m['date'].datetime.isoformat() if m['date'] and m['date'].datetime else None,
                    'messageId': m['message-id'], 'inReplyTo': (m['in-reply-to'] or '').split(), 'references': (m['references'] or '').split(),
                    'defects': [str(d) for p in m.walk() for d in p.defects],
                    'parts': [{'type': p.get_content_type(), 'name': p.get_filename(), 'disposition': p.get_content_disposition(), 'id': p['content-id'], 'content': content(p), 'text': text(p),
                               'charset': p.get_content_charset()} for p in leaves] }
                say({'file': os.path.basename(f), 'read': r})
            except Exception as e:
                say({'file': os.path.basename(f), 'error': type(e).__name__ + ': ' + str(e)[:200]})
        """;

    /// <summary>One JSON object a mail, by file name; skips the test where there is no Python.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Read(IReadOnlyList<KeyValuePair<string, byte[]>> mails)
    {
        var folder = Directory.CreateTempSubdirectory("mails-");
        try
        {
            foreach (var (name, bytes) in mails) File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            return Run(folder.FullName).Select(line => JsonNode.Parse(line)!).ToDictionary(n => n["file"]!.GetValue<string>());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Run(string folder)
    {
        if (Start(folder) is not { } python)
        {
            Assert.Skip("python3 not found: install python3");
            return [];
        }
        using (python)
        {
            var errors = python.StandardError.ReadToEndAsync();
            var lines = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            python.WaitForExit();
            Assert.True(python.ExitCode == 0, errors.GetAwaiter().GetResult());
            return lines;
        }
    }

    private static Process? Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", ["-c", Script, folder]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
