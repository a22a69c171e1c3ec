namespace Connector.Mail;

/// <summary>Where reading stops going deeper. A bound that was reached sets <see cref="MailMessage.Partial"/> and is named in the warnings.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    /// <summary>Multiparts and messages inside each other; what is nested deeper stays one opaque part.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Parts of one mail, over all levels.</summary>
    public int MaxParts { get; init; } = 5_000;

    /// <summary>Header fields of one part.</summary>
    public int MaxHeaders { get; init; } = 5_000;

    /// <summary>Bytes of one header field; the rest of it is dropped.</summary>
    public int MaxHeaderLength { get; init; } = 256 * 1024;

    /// <summary>Addresses read from one header field.</summary>
    public int MaxAddresses { get; init; } = 5_000;

    /// <summary>Ids kept of References and In-Reply-To: the last ones, nearest to the mail.</summary>
    public int MaxReferences { get; init; } = 1_000;

    /// <summary>Characters of one Message-ID; a longer one is treated as absent.</summary>
    public int MaxIdLength { get; init; } = 16_384;

    /// <summary>Bytes of a text or HTML body that are handed out as characters; the part itself stays whole.</summary>
    public int MaxTextLength { get; init; } = 1_200_000;

    /// <summary>Bytes unpacked from encoded messages, TNEF and text encodings inside text, over the whole mail.</summary>
    public int MaxUnpackedBytes { get; init; } = 32 * 1024 * 1024;
}
