using Connector.Host.Api.Problems;
using Connector.Mail;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Interactions;

/// <summary>Turns the files of a request into attachments; tells every fault at once.</summary>
internal sealed class Files(ConnectorApp app)
{
    private const string AnyType = "application/octet-stream";

    public async Task<IReadOnlyList<OutgoingAttachment>> ReadAsync(IReadOnlyList<FileRequest>? requests, CancellationToken cancellation)
    {
        var faults = new List<FieldFault>();
        var files = new List<OutgoingAttachment>();
        foreach (var (request, index) in (requests ?? []).Select((r, i) => (r, i)))
            if (await OneAsync(request, $"attachments[{index}]", faults, cancellation) is { } file) files.Add(file);
        var size = files.Sum(f => (long)f.Content.Length);
        if (size > app.Settings.Mail.Limit.Bytes) faults.Add(new("attachments", $"together at most {app.Settings.Mail.Limit}", new Runtime.Settings.ByteSize(size).ToString()));
        return faults.Count == 0 ? files : throw RefusedException.Invalid(faults);
    }

    private async Task<OutgoingAttachment?> OneAsync(FileRequest request, string field, List<FieldFault> faults, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Name)) faults.Add(new($"{field}.name", "must not be empty"));
        if (request.Content is null == request.UploadId is null) faults.Add(new(field, "needs exactly one of content (base64) and uploadId"));
        var bytes = request.UploadId is not null ? await UploadedAsync(request.UploadId, field, faults, cancellation) : Decoded(request.Content, field, faults);
        return bytes is null ? null : new(request.Name ?? "", request.ContentType ?? AnyType, bytes, request.ContentId, request.Inline);
    }

    private static byte[]? Decoded(string? content, string field, List<FieldFault> faults)
    {
        var bytes = new byte[content is null ? 0 : content.Length * 3 / 4 + 3];
        if (content is not null && Convert.TryFromBase64String(content, bytes, out var length)) return bytes[..length];
        if (content is not null) faults.Add(new($"{field}.content", "must be base64"));
        return null;
    }

    private async Task<byte[]?> UploadedAsync(string id, string field, List<FieldFault> faults, CancellationToken cancellation)
    {
        var bytes = await app.Store.Uploads.GetAsync(id, cancellation);
        if (bytes is null) faults.Add(new($"{field}.uploadId", "names no upload", id));
        return bytes;
    }
}
