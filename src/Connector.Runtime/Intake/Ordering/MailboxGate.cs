using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Storage.Writing;

namespace Connector.Runtime.Intake.Ordering;

/// <summary>
/// One mailbox's way to the door. Mails are read side by side and enter in the order they came: a small reply waits for its large root. What is ready
/// while a page is being stored makes the next page.
/// </summary>
internal sealed class MailboxGate(IDoor door, IBusinessClock clock)
{
    private const int Page = 64;
    private const int MaxDetail = 300;

    private readonly Lock _gate = new();
    private readonly Queue<Place> _places = [];
    private bool _storing;

    /// <summary>Takes the next place at once; answers when the mail is stored. Cancelled before it enters, its place is passed over.</summary>
    public async Task<(MailArrived Mail, Outcome Outcome)> EnterAsync(Func<Task<MailArrived>> read, Beside<Outcome>? beside, CancellationToken cancellation)
    {
        var place = new Place(beside);
        lock (_gate) _places.Enqueue(place);
        _ = ReadAsync(place, read);
        using var cancelled = cancellation.Register(() => place.Answer.TrySetCanceled(cancellation));
        return await place.Answer.Task;
    }

    private async Task ReadAsync(Place place, Func<Task<MailArrived>> read)
    {
        try
        {
            place.Mail = await read();
        }
        catch (Exception e)
        {
            place.Fail(e);
        }
        place.IsReady = true;
        await StoreAsync();
    }

    private async Task StoreAsync()
    {
        while (NextPage() is { Count: > 0 } page)
        {
            try
            {
                await StoreAsync(page);
            }
            catch (Exception e)
            {
                // Those who wait behind must not go first: they come again with the ones that failed.
                foreach (var place in page.Concat(Behind())) place.Fail(e);
            }
            lock (_gate) _storing = false;
        }
    }

    private List<Place> NextPage()
    {
        var page = new List<Place>();
        lock (_gate)
        {
            if (_storing) return page;
            while (page.Count < Page && _places.TryPeek(out var next) && (next.IsReady || next.IsOver))
                if (!_places.Dequeue().IsOver) page.Add(next);
            _storing = page.Count > 0;
        }
        return page;
    }

    private List<Place> Behind()
    {
        lock (_gate) return [.. _places];
    }

    private async Task StoreAsync(List<Place> page)
    {
        var now = clock.Now;
        var mails = page.ConvertAll(p => p.Mail! with { At = now });
        var outcomes = await TryTogetherAsync(page, mails);
        for (var i = 0; i < page.Count; i++)
        {
            if (outcomes is not null) page[i].Answer.TrySetResult((mails[i], outcomes[i]));
            else await StoreAloneAsync(page[i], mails[i]);
        }
    }

    /// <summary>Null when one of them cannot be handled: then each goes alone, and the bad one fails alone.</summary>
    private async Task<IReadOnlyList<Outcome>?> TryTogetherAsync(List<Place> page, List<MailArrived> mails)
    {
        if (mails.Count == 1) return null;
        try
        {
            return await door.HandleAllAsync(mails, Urgency.Mail, (outcomes, fresh) => page.Zip(outcomes).SelectMany(p => p.First.Beside?.Invoke(p.Second, fresh) ?? []), CancellationToken.None);
        }
        catch (Exception e) when (!StoreTrouble.Is(e))
        {
            return null;
        }
    }

    private async Task StoreAloneAsync(Place place, MailArrived mail)
    {
        try
        {
            place.Answer.TrySetResult((mail, await HandleAsync(mail, new Handling(Urgency.Mail, Beside: place.Beside))));
        }
        catch (Exception e) when (!StoreTrouble.Is(e))
        {
            place.Fail(e);
        }
    }

    private async Task<Outcome> HandleAsync(MailArrived mail, Handling handling)
    {
        try
        {
            return await door.HandleAsync(mail, handling, CancellationToken.None);
        }
        catch (Exception e) when (!StoreTrouble.Is(e) && mail.Unreadable is null && mail.ReleasedFrom is null)
        {
            var failed = mail with { Unreadable = QuarantineReason.Failed, UnreadableDetail = Explain(e) };
            return await door.HandleAsync(failed, handling, CancellationToken.None);
        }
    }

    private static string Explain(Exception e)
    {
        var text = $"{e.GetType().Name}: {e.Message}";
        return text.Length > MaxDetail ? text[..MaxDetail] : text;
    }

    private sealed class Place(Beside<Outcome>? beside)
    {
        public Beside<Outcome>? Beside => beside;

        public TaskCompletionSource<(MailArrived, Outcome)> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public MailArrived? Mail { get; set; }

        public volatile bool IsReady;

        public bool IsOver => Answer.Task.IsCompleted;

        public void Fail(Exception e)
        {
            if (e is OperationCanceledException) Answer.TrySetCanceled();
            else Answer.TrySetException(e);
        }
    }
}
