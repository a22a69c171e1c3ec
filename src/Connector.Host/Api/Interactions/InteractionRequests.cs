namespace Connector.Host.Api.Interactions;

/// <summary>A mail to the customer. Files come along in base64, or by the id of an earlier upload.</summary>
internal sealed record ReplyRequest(string? Text, string? Html, IReadOnlyList<FileRequest>? Attachments);

/// <summary>Exactly one of <paramref name="Content"/> (base64) and <paramref name="UploadId"/>.</summary>
internal sealed record FileRequest(string? Name, string? ContentType, string? Content, string? UploadId, string? ContentId, bool Inline = false);

internal sealed record NoteRequest(string? Text);

/// <summary>With a code: closed at once. Without: wrap-up opens. <paramref name="Reason"/>: for what nobody took up.</summary>
internal sealed record CloseRequest(string? Code, string? Notes, string? Reason);

internal sealed record WrapUpRequest(string? Code, string? Notes);

internal sealed record CreateCaseRequest(string? Subject, string? Description);

/// <summary>Exactly one of the two.</summary>
internal sealed record TransferRequest(string? Queue, string? Agent);
