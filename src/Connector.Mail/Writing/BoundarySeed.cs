using System.Security.Cryptography;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>
/// Boundaries from the content's own hash: the same mail gives the same bytes, and no content can contain the hash of itself.
/// The <c>=_</c> in front cannot stand in quoted-printable or base64.
/// </summary>
internal sealed class BoundarySeed
{
    private readonly string hash;
    private int count;

    public BoundarySeed(OutgoingMail mail)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { mail.MessageId, mail.Subject, mail.Text, mail.Html ?? "" }) Append(sha, Encoding.UTF8.GetBytes(text));
        foreach (var file in mail.Attachments) Append(sha, file.Content.Span);
        hash = Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 12));
    }

    public string Next() => $"=_{hash}_{++count}";

    private static void Append(IncrementalHash sha, ReadOnlySpan<byte> bytes)
    {
        sha.AppendData(BitConverter.GetBytes(bytes.Length));
        sha.AppendData(bytes);
    }
}
