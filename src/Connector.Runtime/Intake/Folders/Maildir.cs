namespace Connector.Runtime.Intake.Folders;

/// <summary>A Maildir: what stands in <c>new</c> is whole. Taken mails go to <c>cur</c>, marked as seen.</summary>
internal sealed class Maildir(string channel, string path) : IMailFolder
{
    private const string Seen = "S";

    public string Channel => channel;

    public string Path => path;

    public string Inbox => System.IO.Path.Combine(path, "new");

    /// <summary>A Maildir belongs to the mail server: it is not ours to make.</summary>
    public void Prepare()
    {
        if (!IsMaildir(path)) throw new DirectoryNotFoundException($"'{path}' is no Maildir: it has no new and cur folders");
    }

    public static bool IsMaildir(string path) => Directory.Exists(System.IO.Path.Combine(path, "new")) && Directory.Exists(System.IO.Path.Combine(path, "cur"));

    public FolderLook Look()
    {
        Prepare();
        return new([.. InOrder(RegularFiles.In(Inbox))], Settling: false);
    }

    /// <summary>Names start with the second of delivery.</summary>
    public static IEnumerable<WaitingFile> InOrder(IEnumerable<WaitingFile> files) =>
        files.OrderBy(f => long.TryParse(f.Name.Split('.')[0], out var second) ? second : long.MaxValue).ThenBy(f => f.Name, StringComparer.Ordinal);

    public void Done(WaitingFile file)
    {
        var cut = file.Name.IndexOf(":2,", StringComparison.Ordinal);
        var (unique, flags) = cut < 0 ? (file.Name, "") : (file.Name[..cut], file.Name[(cut + 3)..]);
        var marks = string.Concat((flags + Seen).Distinct().Order());
        File.Move(file.Path, System.IO.Path.Combine(path, "cur", $"{unique}:2,{marks}"), overwrite: false);
    }

    /// <summary>A Maildir has no place for what cannot be read: it stays in <c>new</c> and is told.</summary>
    public void PutAside(WaitingFile file, string reason) => throw new IOException(reason);
}
