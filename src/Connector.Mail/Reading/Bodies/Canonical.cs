using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Bodies;

/// <summary>The hash by which two fetches of one mail are known to be the same, whatever servers added on the way.</summary>
internal static class Canonical
{
    public static byte[] Hash(MailMessage message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, string.Join(',', message.From.Select(a => a.Address.ToLowerInvariant())));
        Add(hash, message.Date?.UtcDateTime.ToString("O") ?? "");
        Add(hash, message.Subject.Trim());
        Add(hash, message.Bodies.Plain is null ? "" : message.Bodies.Embedded.Text.TrimEnd());
        Add(hash, (message.RawHtml ?? "").TrimEnd());
        AddWhole(hash, message.Bodies.Plain, message.Limits);
        AddWhole(hash, message.Bodies.Html, message.Limits);
        foreach (var file in message.Attachments) Add(hash, file.Sha256);
        return hash.GetHashAndReset();
    }

    /// <summary>A body that is longer than what is handed out of it counts whole.</summary>
    private static void AddWhole(IncrementalHash hash, MailPart? body, ReadLimits limits)
    {
        if (body is null || body.EncodedBody.Length <= limits.MaxTextLength) return;
        using var whole = new HashingWriter();
        body.DecodeTo(whole);
        if (whole.Length > limits.MaxTextLength) Add(hash, whole.Hex());
    }

    /// <summary>Each value with its length before it, so that no two lists of values look alike.</summary>
    private static void Add(IncrementalHash hash, string value)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length) + 4);
        var length = Encoding.UTF8.GetBytes(value, bytes.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        hash.AppendData(bytes, 0, length + 4);
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
