using System.Runtime.CompilerServices;

namespace Connector.Runtime.Intake.Sources;

/// <summary>What became of one mail given by hand: a line, or why there is none.</summary>
public sealed record Ingested(SourcedMail Mail, IngestLine? Line, string? Problem);

/// <summary>Takes mails given by hand: several at once, answered in their order.</summary>
/// <param name="intake">Where they go.</param>
/// <param name="channel">Through which they came in; null: each says so by its addresses.</param>
public sealed class IngestRun(MailIntake intake, string? channel)
{
    private const int AtOnce = 64;

    /// <exception cref="Storage.StoreException">The store takes nothing: the rest was not tried.</exception>
    public async IAsyncEnumerable<Ingested> TakeAsync(IEnumerable<SourcedMail> mails, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var running = new Queue<(Task<Ingested> Taking, long Size)>();
        foreach (var mail in mails)
        {
            while (running.Count >= AtOnce || (running.Count > 0 && running.Sum(r => r.Size) + mail.Size > intake.Size.Kept))
                yield return await running.Dequeue().Taking;
            running.Enqueue((OneAsync(mail, cancellation), mail.Size));
        }
        while (running.TryDequeue(out var next)) yield return await next.Taking;
    }

    private async Task<Ingested> OneAsync(SourcedMail mail, CancellationToken cancellation)
    {
        try
        {
            var (incoming, problem) = mail.For(channel, intake);
            return new(mail, incoming is null ? null : await intake.TakeAsync(incoming, cancellation), problem);
        }
        catch (Exception e) when (!StoreTrouble.Is(e) && e is not (OperationCanceledException or UnknownChannelException))
        {
            return new(mail, null, $"{e.GetType().Name}: {e.Message}");
        }
    }
}
