namespace Connector.Runtime.Intake.Folders;

/// <summary>A file that is ready to be taken.</summary>
internal sealed record WaitingFile(string Path, long Size, DateTime Written)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>What one look at a folder found: files in order of arrival, and whether others may be ready shortly.</summary>
internal sealed record FolderLook(IReadOnlyList<WaitingFile> Ready, bool Settling);
