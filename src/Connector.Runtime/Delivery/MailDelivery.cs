using System.Text.Json;
using Connector.Engine;
using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Connector.Runtime.Smtp;

namespace Connector.Runtime.Delivery;

/// <summary>Sends a kept mail: by SMTP when there is a server, else into the outgoing folder. A repetition carries the same Message-ID.</summary>
internal sealed class MailDelivery(ISmtpSender? smtp, string pickup, Func<long, CancellationToken, Task<byte[]?>> rawOf, IBusinessClock clock)
{
    public async Task<CallResult> SendAsync(OutboxRow row, CancellationToken cancellation)
    {
        var envelope = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.MailEnvelope)!;
        var bytes = await rawOf(row.MessageId!.Value, cancellation);
        if (bytes is null) return new CallResult.Failed($"the bytes of {RecordId.Message(row.MessageId.Value)} are gone");
        return smtp is null ? await PickUpAsync(row, bytes, cancellation) : await SmtpAsync(smtp, row, envelope, bytes, cancellation);
    }

    /// <summary>Whoever accepted has the mail: what is tried again, or waits as a dead letter, is for the others alone.</summary>
    private async Task<CallResult> SmtpAsync(ISmtpSender smtp, OutboxRow row, MailEnvelope envelope, byte[] bytes, CancellationToken cancellation)
    {
        var result = await smtp.SendAsync(new SmtpEnvelope(envelope.From, envelope.Recipients), bytes, cancellation);
        var refused = result.Refused.ToList();
        if (refused.Count == 0) return new CallResult.Succeeded(Answer: "accepted");
        var words = $"refused for {refused.Count} of {result.Recipients.Count} recipients: {string.Join("; ", refused.Select(r => $"{r.Address}: {r.Reply.Status}"))}";
        var rest = JsonSerializer.Serialize(envelope with { Recipients = [.. refused.Select(r => r.Address)] }, OutboxJson.Default.MailEnvelope);
        return refused.Exists(r => r.Permanent) || row.Attempts >= Backoff.MaxAttempts
            ? new CallResult.Failed(words) { Rest = rest }
            : new CallResult.Later(words, clock.Now + Backoff.Wait(row.Attempts, Backoff.SpreadOf(row.Key, row.Attempts))) { Rest = rest };
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
