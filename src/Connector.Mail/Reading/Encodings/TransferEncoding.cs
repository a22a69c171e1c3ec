namespace Connector.Mail.Reading.Encodings;

internal enum TransferEncoding
{
    /// <summary>7bit, 8bit, none or unknown: as it stands, with LF line ends.</summary>
    SevenBit,

    /// <summary>As it stands, byte for byte.</summary>
    Binary,
    Base64,
    QuotedPrintable,
    UuEncode,
    YEnc,
}
