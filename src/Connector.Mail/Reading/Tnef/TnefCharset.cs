using Connector.Mail.Reading.Charsets;

namespace Connector.Mail.Reading.Tnef;

/// <summary>The code page a TNEF stream says its strings are in.</summary>
internal sealed class TnefCharset(WarningLog log)
{
    public int CodePage { get; set; } = 1252;

    public string Decode(ReadOnlySpan<byte> bytes) => TextDecoding.Decode(bytes.TrimEnd((byte)0), $"cp{CodePage}", log);

    public string Decode(ReadOnlySpan<byte> bytes, int? codePage) => TextDecoding.Decode(bytes.TrimEnd((byte)0), $"cp{codePage ?? CodePage}", log);
}
