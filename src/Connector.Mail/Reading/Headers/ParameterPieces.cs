using System.Buffers;
using System.Text;
using Connector.Mail.Reading.Charsets;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Headers;

/// <summary>Parameters being collected: RFC 2231 pieces are sorted and joined, plain ones decoded. The extended form outranks the plain one.</summary>
internal sealed class ParameterPieces(WarningLog log)
{
    private const int MostPieces = 500;

    private readonly Dictionary<string, string> plain = new(2, StringComparer.Ordinal);
    private Dictionary<string, List<Piece>>? extended;

    private readonly record struct Piece(int Index, bool Encoded, string Value);

    public void Add(ReadOnlySpan<char> written, string value, bool quoted)
    {
        var name = written.ToString().ToLowerInvariant();
        var star = name.IndexOf('*', StringComparison.Ordinal);
        if (star <= 0)
        {
            if (plain.ContainsKey(name)) log.Add(Warning.ParameterMended, $"{name} twice");
            plain[name] = quoted || !value.Contains('(', StringComparison.Ordinal) ? value : AddressText.WithoutComments(value).Trim().ToString();
            return;
        }
        var index = name.AsSpan(star + 1).TrimEnd('*');
        var encoded = name.EndsWith('*');
        extended ??= new Dictionary<string, List<Piece>>(StringComparer.Ordinal);
        if (!extended.TryGetValue(name[..star], out var pieces)) extended[name[..star]] = pieces = [];
        if (pieces.Count < MostPieces) pieces.Add(new Piece(index.IsEmpty ? 0 : ParameterField.Number(index), encoded, value));
    }

    public void Join(Dictionary<string, string> into)
    {
        foreach (var (name, value) in plain) into[name] = EncodedWords.Decode(value, log);
        if (extended is null) return;
        foreach (var (name, pieces) in extended)
            if (Joined(pieces) is { Length: > 0 } value) into[name] = value;
    }

    private string Joined(List<Piece> pieces)
    {
        var bytes = new ArrayBufferWriter<byte>();
        string? charset = null;
        foreach (var (piece, first) in pieces.OrderBy(p => p.Index).Select((p, i) => (p, i == 0)))
        {
            var value = piece.Value.AsSpan();
            if (first && piece.Encoded && value.Count('\'') >= 2)
            {
                charset = value[..value.IndexOf('\'')].ToString();
                value = value[(value.IndexOf('\'') + 1)..];
                value = value[(value.IndexOf('\'') + 1)..];
            }
            Unescape(value, piece.Encoded, bytes);
        }
        return EncodedWords.Decode(TextDecoding.Decode(bytes.WrittenSpan, charset, log), log);
    }

    private static void Unescape(ReadOnlySpan<char> value, bool encoded, ArrayBufferWriter<byte> to)
    {
        var raw = Encoding.UTF8.GetBytes(value.ToString());
        if (!encoded)
        {
            to.Write(raw);
            return;
        }
        for (var i = 0; i < raw.Length; i++)
        {
            var escaped = raw[i] == '%' && i + 2 < raw.Length && QuotedPrintable.Hex(raw[i + 1]) >= 0 && QuotedPrintable.Hex(raw[i + 2]) >= 0;
            to.Write([escaped ? (byte)(QuotedPrintable.Hex(raw[i + 1]) << 4 | QuotedPrintable.Hex(raw[i + 2])) : raw[i]]);
            if (escaped) i += 2;
        }
    }
}
