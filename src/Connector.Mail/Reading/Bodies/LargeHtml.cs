using System.Buffers;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Bodies;

/// <summary>An HTML body up to a bound. Pictures written into a body that is beyond it go first, so that the text behind them stays.</summary>
internal static class LargeHtml
{
    private const int Pictures = 6;

    private static readonly SearchValues<byte> PictureEnds = SearchValues.Create("\"'<>) "u8);

    private const int SmallPicture = 64 * 1024;

    public static string Read(MailPart html, int most, out bool cut)
    {
        if (html.EncodedBody.Length <= most) return html.BeginningOfText(most, out cut);
        using var content = html.Decoded(most > int.MaxValue / Pictures ? most : most * Pictures);
        if (content.Written.Length > most) content.Shrink(WithoutPictures(content.Written));
        cut = content.Written.Length > most;
        return html.TextOf(DecodedStart.Of(content.Written, most));
    }

    /// <summary>Moves what is kept together and says how much that is.</summary>
    private static int WithoutPictures(Span<byte> html)
    {
        var (kept, at) = (0, 0);
        while (html[at..].IndexOf(";base64,"u8) is var found and >= 0)
        {
            var start = at + found + ";base64,"u8.Length;
            var length = html[start..].IndexOfAny(PictureEnds);
            if (length < 0) length = html.Length - start;
            var end = length > SmallPicture ? start : start + length;
            Move(html, at, end, ref kept);
            at = start + length;
        }
        Move(html, at, html.Length, ref kept);
        return kept;
    }

    private static void Move(Span<byte> html, int from, int end, ref int kept)
    {
        html[from..end].CopyTo(html[kept..]);
        kept += end - from;
    }
}
