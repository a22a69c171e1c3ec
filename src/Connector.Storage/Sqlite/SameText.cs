using System.Text;

namespace Connector.Storage.Sqlite;

/// <summary>The last short text of one column, kept with its bytes.</summary>
internal sealed class SameText
{
    private const int Longest = 32;

    private readonly byte[] _bytes = new byte[Longest];
    private int _length = -1;
    private string _text = "";

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length == _length && utf8.SequenceEqual(_bytes.AsSpan(0, _length))) return _text;
        var text = Encoding.UTF8.GetString(utf8);
        if (utf8.Length > Longest) return text;
        utf8.CopyTo(_bytes);
        (_length, _text) = (utf8.Length, text);
        return text;
    }
}
