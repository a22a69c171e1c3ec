using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Engine.Messages;

/// <summary>The 64-bit look-up keys of mail. Equal keys are candidates only: the full text is compared on a hit.</summary>
public static class MailKey
{
    public static long OfId(string messageId) => Fold(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)));

    /// <summary>For mail without a usable id.</summary>
    public static long OfContent(ReadOnlySpan<byte> canonicalHash) => Fold(canonicalHash);

    public static long OfClientIndex(ReadOnlySpan<byte> first22) => Fold(SHA256.HashData(first22));

    private static long Fold(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadInt64BigEndian(hash);
}
