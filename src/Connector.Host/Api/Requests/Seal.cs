using System.Security.Cryptography;
using System.Text;

namespace Connector.Host.Api.Requests;

/// <summary>
/// An answer is kept so that only the API key it was given to opens it again: it may hold what is shown once, and of that key the store knows no more than a hash.
/// </summary>
internal sealed class Seal(string apiKey, string idempotencyKey)
{
    private const string Mark = "sealed ";
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize, TagLength = AesGcm.TagByteSizes.MaxSize;
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(apiKey), 32, Encoding.UTF8.GetBytes(idempotencyKey), "kept answer"u8.ToArray());

    public string Close(string answer)
    {
        var text = Encoding.UTF8.GetBytes(answer);
        var closed = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(closed.AsSpan(0, NonceLength), text, closed.AsSpan(NonceLength + TagLength), closed.AsSpan(NonceLength, TagLength));
        return Mark + Convert.ToBase64String(closed);
    }

    /// <summary>Answers of earlier programs are not sealed.</summary>
    /// <exception cref="CryptographicException">It was given to another key, or is not as it was kept.</exception>
    public string Open(string kept)
    {
        if (!kept.StartsWith(Mark, StringComparison.Ordinal)) return kept;
        var closed = Convert.FromBase64String(kept[Mark.Length..]).AsSpan();
        var text = new byte[closed.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(closed[..NonceLength], closed[(NonceLength + TagLength)..], closed.Slice(NonceLength, TagLength), text);
        return Encoding.UTF8.GetString(text);
    }
}
