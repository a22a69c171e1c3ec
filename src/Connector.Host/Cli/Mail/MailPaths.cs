using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Mail;

/// <summary>Paths of mail as written on the command line; a wrong one is told before anything is done.</summary>
internal static class MailPaths
{
    public static IReadOnlyList<string> Existing(Invocation call, IReadOnlyList<string> written)
    {
        foreach (var path in written.Where(p => p != "-"))
            if (!Path.Exists(call.Path(path))) throw new WrongCallException($"'{path}' is no file or folder (looked in {call.Around.Folder}).");
        return [.. written.Select(p => p == "-" || Path.IsPathRooted(p) || call.Around.Folder == Directory.GetCurrentDirectory() ? p : call.Path(p))];
    }
}
