using System.Security.Cryptography;
using System.Text;

namespace Connector.Engine.Threads;

/// <summary>A key that signs tokens. <paramref name="Id"/> is one character of <see cref="Base32.Alphabet"/> and stands in each token.</summary>
public sealed record SigningKey(char Id, byte[] Secret);

/// <summary>Signs and verifies with the keys of the store; pure once given them. The first key signs, all verify.</summary>
public sealed class TokenSigner(IReadOnlyList<SigningKey> keys)
{
    private const int MacBytes = 10;

    /// <summary>Key id, then the mac over the text and key id with tenant and channel: 17 characters, lower case.</summary>
    public string Sign(string tenant, string channel, string text) => keys[0].Id + Mac(keys[0], tenant, channel, text);

    /// <summary>Whether the key id and mac belong to the text.</summary>
    public bool Verify(string tenant, string channel, string text, string signature)
    {
        if (signature.Length < 2 || keys.FirstOrDefault(k => k.Id == signature[0]) is not { } key) return false;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Mac(key, tenant, channel, text)), Encoding.ASCII.GetBytes(signature[1..]));
    }

    private static string Mac(SigningKey key, string tenant, string channel, string text) =>
        Base32.Encode(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes($"{text}{key.Id}\n{tenant}\n{channel}")).AsSpan(0, MacBytes));
}
