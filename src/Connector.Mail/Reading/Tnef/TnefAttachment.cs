namespace Connector.Mail.Reading.Tnef;

/// <summary>One file of a TNEF stream, as it is collected from its attributes.</summary>
internal sealed class TnefAttachment
{
    public string? Title { get; set; }

    public ReadOnlyMemory<byte> Data { get; set; }

    public MapiProperties? Properties { get; set; }

    public string? Name(TnefCharset charset) =>
        Properties?.Text(MapiProperties.AttachLongFileName, charset) ?? Title ?? Properties?.Text(MapiProperties.AttachFileName, charset)
        ?? Properties?.Text(MapiProperties.DisplayName, charset);

    /// <summary>The file, or the object embedded in its place behind the 16 bytes of its interface id.</summary>
    public ReadOnlyMemory<byte> Content()
    {
        if (Data.Length > 0 || Properties?.Binary(MapiProperties.AttachData) is not { } embedded) return Data;
        return embedded.Length > 16 && TnefStream.IsTnef(embedded.Span[16..]) ? embedded[16..] : embedded;
    }
}
