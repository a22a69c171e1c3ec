namespace Connector.Runtime.Intake.Folders;

/// <summary>Reads a file, or the beginning of one that is too large to keep.</summary>
internal static class FileBytes
{
    public static byte[] Read(string path, long size, long kept)
    {
        // What has no length is not opened: a pipe or device would never end.
        if (size == 0) return [];
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var bytes = new byte[Math.Min(RandomAccess.GetLength(file), kept)];
        var filled = 0;
        while (filled < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(filled), filled) is > 0 and var count) filled += count;
        return filled == bytes.Length ? bytes : bytes[..filled];
    }
}
