namespace Connector.Runtime.Intake.Folders;

/// <summary>A folder that mail arrives in.</summary>
internal interface IMailFolder
{
    string Channel { get; }

    string Path { get; }

    /// <summary>Where new files appear.</summary>
    string Inbox { get; }

    /// <summary>Makes what is missing, where that is ours to make.</summary>
    void Prepare();

    /// <exception cref="IOException">The folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    FolderLook Look();

    /// <summary>After the commit.</summary>
    void Done(WaitingFile file);

    /// <summary>The file cannot be read or taken.</summary>
    void PutAside(WaitingFile file, string reason);
}
