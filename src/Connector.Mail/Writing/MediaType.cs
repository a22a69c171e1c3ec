using System.Text.RegularExpressions;

namespace Connector.Mail.Writing;

/// <summary>A content type to write. What a file claims to be comes from outside: an unusable claim becomes plain bytes, unusable parameters are left out.</summary>
internal sealed partial record MediaType(string Text)
{
    public static readonly MediaType Bytes = new("application/octet-stream");

    private const int Longest = 1000;

    public bool IsMessage => Text is "message/rfc822" or "message/global";

    public bool IsComposite => Text.StartsWith("message/", StringComparison.Ordinal) || Text.StartsWith("multipart/", StringComparison.Ordinal);

    public static MediaType Parse(string claim)
    {
        if (claim.Length > Longest || Claim().Match(claim) is not { Success: true } match) return Bytes;
        var type = match.Groups["type"].Value.ToLowerInvariant();
        var parameters = match.Groups["parameter"].Captures
            .Where(p => !p.Value.StartsWith("name=", StringComparison.OrdinalIgnoreCase) && !p.Value.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase));
        return new MediaType(string.Join("; ", parameters.Select(p => p.Value).Prepend(type)));
    }

    [GeneratedRegex(@"^\s*(?<type>[A-Za-z0-9_!#$&^.+-]{1,63}/[A-Za-z0-9_!#$&^.+-]{1,63})\s*(?:;\s*(?<parameter>[A-Za-z-]{1,20}=(?:[A-Za-z0-9_.+-]{1,40}|""[A-Za-z0-9_ .+-]{1,40}""))\s*){0,4};?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Claim();
}
