using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>One SHA-256 over names and bytes of all files of a plugin: changes when any file is changed, added, renamed or taken away.</summary>
public static class FolderHash
{
    /// <summary>Lower-case hex, as <c>Plugins:AllowedHashes</c> lists it.</summary>
    public static string Of(string folder)
    {
        using var total = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            total.AppendData(length);
            total.AppendData(bytes);
            using var stream = File.OpenRead(path);
            total.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(total.GetHashAndReset());
    }
}
