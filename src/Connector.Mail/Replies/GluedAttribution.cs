using System.Text.RegularExpressions;
using Connector.Mail.Html;

namespace Connector.Mail.Replies;

/// <summary>"Fine with me. On 3 March, Ann wrote:": an answer written on the attribution's own line, above a quotation, gets a line of its own.</summary>
internal static partial class GluedAttribution
{
    private const int MaxLength = 500;

    public static IEnumerable<TextLine> Separate(IReadOnlyList<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (BeginsWithin(lines, i) is not (> 0 and var at))
            {
                yield return lines[i];
                continue;
            }
            yield return lines[i] with { Text = lines[i].Text[..at].TrimEnd(' ', '-') };
            yield return lines[i] with { Text = lines[i].Text[at..] };
        }
    }

    private static int BeginsWithin(IReadOnlyList<TextLine> lines, int i)
    {
        var text = lines[i].Text;
        if (text.Length is < 20 or > MaxLength || lines[i].Mark is not null || i + 1 >= lines.Count || QuotedLine.Is(text) || text.TrimEnd() is not [.., ':' or '：'] || !QuoteFollows(lines, i + 1)) return -1;
        try
        {
            foreach (Match found in LeadIn().Matches(text))
                if (text.AsSpan(0, found.Index).ContainsAnyExcept(" \t*_-") && Attribution.Is(text[found.Groups[1].Index..], quoteFollows: true)) return found.Groups[1].Index;
            return -1;
        }
        catch (RegexMatchTimeoutException)
        {
            return -1;
        }
    }

    private static bool QuoteFollows(IReadOnlyList<TextLine> lines, int i)
    {
        while (i < lines.Count - 1 && string.IsNullOrWhiteSpace(lines[i].Text)) i++;
        return QuotedLine.Is(lines[i].Text);
    }

    // The word and, soon after it, a date.
    [GeneratedRegex(@"(?:[.!?…\p{L})-]\s|--)\s?((?:On|Am|Le|El|Il|Op|Den|Em|W dniu|Dne)\s(?:\p{L}{2,10}\.?,?\s)?(?:den |le |el )?(?:\p{L}{3,9}\s)?\d)", RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex LeadIn();
}
