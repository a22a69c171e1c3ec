namespace Connector.Mail.Reading.Charsets;

/// <summary>Turns all of the bytes into characters; what is impossible in that charset becomes U+FFFD.</summary>
internal delegate string CharsetDecoder(ReadOnlySpan<byte> bytes);

/// <summary>A charset as mail means it, which is often a superset of what its label says.</summary>
internal sealed record Charset(string Name, CharsetKind Kind, CharsetDecoder Decode);
