namespace Connector.Mail.Reading;

/// <summary>The keys of everything that reading mends. They are stable: administrators search for them; README.md explains each.</summary>
internal static class Warning
{
    public const string ReaderFailed = "reader-failed";
    public const string NotMail = "not-mail";
    public const string LimitReached = "limit-reached";

    public const string LeadingLinesSkipped = "leading-lines-skipped";
    public const string MboxLineSkipped = "mbox-line-skipped";
    public const string HeaderUnfolded = "header-fold-mended";
    public const string HeaderUnglued = "header-unglued";
    public const string HeaderSplit = "headers-split-by-blank-line";
    public const string HeaderEndMissing = "blank-line-missing";
    public const string HeaderDoubled = "header-doubled";
    public const string HeaderRaw = "header-not-ascii";
    public const string EncodedWord = "encoded-word-mended";
    public const string NulBytes = "nul-removed";

    public const string AddressUnusable = "address-unusable";
    public const string DateUnusable = "date-unusable";
    public const string IdMended = "message-id-mended";
    public const string IdUnusable = "message-id-unusable";

    public const string ContentTypeMended = "content-type-mended";
    public const string ParameterMended = "parameter-mended";
    public const string BoundaryMissing = "boundary-missing";
    public const string BoundaryMended = "boundary-mended";
    public const string BoundaryRepeated = "parts-after-final-boundary";
    public const string FinalBoundaryMissing = "final-boundary-missing";
    public const string NoParts = "multipart-without-parts";

    public const string TransferEncodingUnknown = "transfer-encoding-unknown";
    public const string TransferEncodingWrong = "transfer-encoding-wrong";
    public const string Base64Mended = "base64-mended";
    public const string QuotedPrintableMended = "quoted-printable-mended";
    public const string CharsetUnknown = "charset-unknown";
    public const string CharsetWrong = "charset-wrong";

    public const string Unpacked = "unpacked";
    public const string TnefBroken = "tnef-broken";
    public const string Encrypted = "encrypted";
    public const string Signed = "signed";
    public const string Fragment = "message-fragment";
    public const string External = "external-body";
    public const string TextCut = "text-cut";
    public const string HtmlFailed = "html-failed";
    public const string ReplyCut = "reply-cut";
    public const string ReplyFailed = "reply-text-failed";
}
