using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Connector.Mail.Tests.Golden;

/// <summary>A mail of <c>mails/</c> and what a reader must find in it: README.md says how both are written.</summary>
internal sealed record GoldenMail(string Name, byte[] Bytes, JsonObject Expected)
{
    public static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "mails");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.eml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)[..^4].Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>Its line ends are the trait: not to be changed.</summary>
    public bool AsIs => Expected["asIs"] is not null;

    public static GoldenMail Load(string name) => new(
        name,
        File.ReadAllBytes(Path.Combine(Folder, name + ".eml")),
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject());

    /// <summary>The bytes with LF alone.</summary>
    public byte[] WithLf()
    {
        if (AsIs) return Bytes;
        var kept = new List<byte>(Bytes.Length);
        for (var i = 0; i < Bytes.Length; i++)
            if (Bytes[i] != '\r' || i + 1 >= Bytes.Length || Bytes[i + 1] != '\n') kept.Add(Bytes[i]);
        return [.. kept];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
