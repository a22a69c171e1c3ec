using Connector.Mail.Reading.Encodings;
using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Structure;

/// <summary>What the Content-* fields of a part say, mended.</summary>
internal readonly ref struct PartFields
{
    private static readonly Dictionary<string, string> None = [];

    public string ContentType { get; private init; }
    public IReadOnlyDictionary<string, string> Parameters { get; private init; }
    public string? Disposition { get; private init; }
    public string? FileName { get; private init; }
    public string? ContentId { get; private init; }
    public TransferEncoding Encoding { get; private init; }

    public static PartFields Read(HeaderList headers, string defaultType, WarningLog log)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var field = headers.Last("Content-Type");
        var type = MediaType(ParameterField.Read(field, parameters, log), defaultType, field is not null, log);
        var disposition = headers.Last("Content-Disposition");
        var dispositionParameters = disposition is null ? None : new Dictionary<string, string>(StringComparer.Ordinal);
        var word = disposition is null ? null : ParameterField.Read(disposition, dispositionParameters, log);
        var encoding = TransferEncodings.Find(headers.Last("Content-Transfer-Encoding"));
        if (encoding is null) log.Add(Warning.TransferEncodingUnknown, headers.Last("Content-Transfer-Encoding"));
        return new PartFields
        {
            ContentType = type,
            Parameters = parameters,
            Disposition = string.IsNullOrEmpty(word) ? null : word,
            FileName = FileNames.Clean(dispositionParameters.GetValueOrDefault("filename")) ?? FileNames.Clean(parameters.GetValueOrDefault("name")),
            ContentId = Id(headers.Last("Content-ID")),
            Encoding = encoding ?? TransferEncoding.SevenBit,
        };
    }

    private static string? Id(string? value)
    {
        var id = value?.Trim().Trim('<', '>', ' ', '"');
        return string.IsNullOrEmpty(id) ? null : id;
    }

    private static string MediaType(string written, string fallback, bool present, WarningLog log)
    {
        if (!present) return fallback;
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && slash < written.Length - 1 && !written.AsSpan(slash + 1).Contains('/')) return written;
        log.Add(Warning.ContentTypeMended, written.Length == 0 ? "empty" : written);
        return written.Trim('/') switch
        {
            "html" => "text/html",
            "multipart" => "multipart/mixed",
            "message" => "message/rfc822",
            "application" or "image" or "audio" or "video" => "application/octet-stream",
            _ => fallback.StartsWith("message/", StringComparison.Ordinal) ? "text/plain" : fallback,
        };
    }
}
