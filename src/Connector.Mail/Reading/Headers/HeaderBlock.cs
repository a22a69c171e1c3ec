namespace Connector.Mail.Reading.Headers;

/// <summary>The fields of one header block and where its body starts.</summary>
internal readonly record struct HeaderBlock(HeaderList Fields, int BodyStart);
