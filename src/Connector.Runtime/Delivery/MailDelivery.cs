using System.Text.Json;
using Connector.Engine;
using Connector.Engine.Outbound;
using Connector.Runtime.Smtp;

namespace Connector.Runtime.Delivery;

/// <summary>Sends a kept mail: by SMTP when there is a server, else into the outgoing folder. A repetition carries the same Message-ID.</summary>
internal sealed class MailDelivery(ISmtpSender? smtp, string pickup, Func<long, CancellationToken, Task<byte[]?>> rawOf)
{
    public async Task<CallResult> SendAsync(OutboxRow row, CancellationToken cancellation)
    {
        var envelope = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.MailEnvelope)!;
        var bytes = await rawOf(row.MessageId!.Value, cancellation);
        if (bytes is null) return new CallResult.Failed($"the bytes of {RecordId.Message(row.MessageId.Value)} are gone");
        return smtp is null ? await PickUpAsync(row, bytes, cancellation) : await SmtpAsync(smtp, envelope, bytes, cancellation);
    }

    /// <summary>Recipients the server refused for good are told by name of their code; the mail itself went out to the others.</summary>
    private static async Task<CallResult> SmtpAsync(ISmtpSender smtp, MailEnvelope envelope, byte[] bytes, CancellationToken cancellation)
    {
        var result = await smtp.SendAsync(new SmtpEnvelope(envelope.From, envelope.Recipients), bytes, cancellation);
        var refused = result.Refused.ToList();
        if (refused.Count == 0) return new CallResult.Succeeded(Answer: "accepted");
        var words = string.Join("; ", refused.Select(r => $"{r.Address}: {r.Reply.Code} {r.Reply.Status}"));
        return refused.Count == result.Recipients.Count || refused.Exists(r => r.Permanent)
            ? new CallResult.Failed($"refused for {refused.Count} of {result.Recipients.Count} recipients: {words}")
            : new CallResult.Succeeded(Answer: $"not accepted for {words}");
    }

    /// <summary>Written beside and renamed, so that nobody picks up half a mail.</summary>
    private async Task<CallResult> PickUpAsync(OutboxRow row, byte[] bytes, CancellationToken cancellation)
    {
        Directory.CreateDirectory(pickup);
        var file = Path.Combine(pickup, $"{RecordId.Message(row.MessageId!.Value)}.eml");
        var half = file + ".tmp";
        await File.WriteAllBytesAsync(half, bytes, cancellation);
        File.Move(half, file, overwrite: true);
        return new CallResult.Succeeded(Answer: Path.GetFileName(file));
    }
}
