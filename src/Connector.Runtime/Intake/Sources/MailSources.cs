using Connector.Runtime.Intake.Folders;

namespace Connector.Runtime.Intake.Sources;

/// <summary>
/// Reads the mails of paths given by hand: single files, folders (every <c>.eml</c>, in order of name), Maildirs (nothing is moved), mbox files, <c>-</c>
/// for one mail on standard input. One after the other, so that a large mbox needs no memory.
/// </summary>
/// <param name="kept">No more than this is read of one mail.</param>
/// <param name="stdin">Standard input.</param>
/// <param name="note">Is told what was left out.</param>
public sealed class MailSources(long kept, Func<Stream> stdin, Action<string> note)
{
    public IEnumerable<SourcedMail> Enumerate(IEnumerable<string> paths) => paths.SelectMany(Of);

    private IEnumerable<SourcedMail> Of(string path)
    {
        if (path == "-") return [Guarded("stdin", Stdin)];
        if (File.Exists(path)) return OfFile(path);
        if (!Directory.Exists(path)) return [SourcedMail.Broken(path, "there is no such file or folder")];
        return Listed(path, Maildir.IsMaildir(path) ? MaildirFiles : FolderFiles).SelectMany(f => f is { Unreadable: null } ? OfFile(f.Source) : [f]);
    }

    private IEnumerable<SourcedMail> OfFile(string path)
    {
        try
        {
            return Mbox.IsMbox(path) ? Mbox.Read(path, kept) : [Single(path)];
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return [SourcedMail.Broken(path, e.Message)];
        }
    }

    private SourcedMail Single(string path)
    {
        var size = new FileInfo(path).Length;
        return new(path, FileBytes.Read(path, size, kept), size);
    }

    private SourcedMail Stdin()
    {
        using var input = stdin();
        using var mail = new CappedBytes(kept);
        input.CopyTo(mail);
        return new("stdin", mail.ToArray(), mail.Length);
    }

    /// <summary>Links count here: whoever names the folder means what is in it.</summary>
    private IEnumerable<string> FolderFiles(string folder)
    {
        var files = Directory.GetFiles(folder);
        var mails = files.Where(f => Path.GetExtension(f).Equals(".eml", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(f).StartsWith('.')).ToList();
        if (files.Length > mails.Count) note($"{folder}: {files.Length - mails.Count} other files left out");
        return mails.OrderBy(Path.GetFileName, StringComparer.Ordinal);
    }

    private static IEnumerable<string> MaildirFiles(string folder) =>
        Maildir.InOrder(((string[])["cur", "new"]).SelectMany(f => RegularFiles.In(Path.Combine(folder, f)))).Select(f => f.Path);

    private static IEnumerable<SourcedMail> Listed(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return [.. list(folder).Select(f => new SourcedMail(f, [], 0))];
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return [SourcedMail.Broken(folder, e.Message)];
        }
    }

    private static SourcedMail Guarded(string source, Func<SourcedMail> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return SourcedMail.Broken(source, e.Message);
        }
    }

    private static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException;
}
