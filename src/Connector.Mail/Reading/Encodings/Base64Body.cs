using System.Buffers;
using System.Buffers.Text;

namespace Connector.Mail.Reading.Encodings;

/// <summary>Base64 in lines: packed without line ends and decoded in blocks; what is broken goes the slow, forgiving way.</summary>
internal static class Base64Body
{
    private const int Block = 16 * 1024;

    public static void Decode(ReadOnlySpan<byte> body, IBufferWriter<byte> to, WarningLog log)
    {
        if (LooseBase64.IsPlain(body))
        {
            log.Add(Warning.TransferEncodingWrong, "base64 is plain text");
            PlainBody.Decode(body, to);
            return;
        }
        var packed = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            var held = 0;
            var rest = body;
            while (!rest.IsEmpty)
            {
                Pack(ref rest, packed.AsSpan(0, Block), ref held);
                var final = rest.IsEmpty;
                var taken = DecodeBlock(packed.AsSpan(0, held), final, to, out var sound);
                if (!sound)
                {
                    LooseBase64.Decode(packed.AsSpan(taken, held - taken), rest, to, log);
                    return;
                }
                packed.AsSpan(taken, held - taken).CopyTo(packed);
                held -= taken;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    private static void Pack(ref ReadOnlySpan<byte> rest, Span<byte> packed, ref int held)
    {
        while (!rest.IsEmpty && held < packed.Length)
        {
            var feed = rest.IndexOf((byte)'\n');
            var line = feed < 0 ? rest : rest[..feed];
            var length = Math.Min(line.Length, packed.Length - held);
            line[..length].CopyTo(packed[held..]);
            held += length;
            if (length < line.Length)
            {
                rest = rest[length..];
                return;
            }
            rest = feed < 0 ? default : rest[(feed + 1)..];
            while (held > 0 && packed[held - 1] is (byte)'\r' or (byte)' ' or (byte)'\t') held--;
        }
    }

    private static int DecodeBlock(ReadOnlySpan<byte> packed, bool final, IBufferWriter<byte> to, out bool sound)
    {
        var usable = final ? packed : packed[..(packed.Length & ~3)];
        var status = Base64.DecodeFromUtf8(usable, to.GetSpan(Block / 4 * 3 + 3), out var consumed, out var written, isFinalBlock: final);
        to.Advance(written);
        sound = status == OperationStatus.Done && consumed == usable.Length;
        return consumed;
    }
}
