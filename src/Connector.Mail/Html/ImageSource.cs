namespace Connector.Mail.Html;

/// <summary>Which images are shown at once: parts of this mail and small embedded ones. Remote ones wait for the reader's consent.</summary>
internal sealed class ImageSource(Func<string, bool> cidKnown)
{
    private const int MaxEmbedded = 64 * 1024;

    private static readonly string[] EmbeddedKinds = ["data:image/png;base64,", "data:image/gif;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,", "data:image/webp;base64,"];

    /// <summary>The source, or null when it must not be loaded.</summary>
    public string? Keep(string value)
    {
        var source = value.Trim();
        if (source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase)) return KeepPart(source[4..]);
        return source.Length <= MaxEmbedded && EmbeddedKinds.Any(kind => IsEmbedded(source, kind)) ? source : null;
    }

    private string? KeepPart(string id)
    {
        var written = id.Trim('<', '>', ' ');
        var decoded = Uri.UnescapeDataString(written);
        return cidKnown(written) ? "cid:" + written : cidKnown(decoded) ? "cid:" + decoded : null;
    }

    private static bool IsEmbedded(string source, string kind) =>
        source.StartsWith(kind, StringComparison.OrdinalIgnoreCase)
        && source.AsSpan(kind.Length).IndexOfAnyExcept(Base64) < 0;

    private static readonly System.Buffers.SearchValues<char> Base64 =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \r\n\t");
}
