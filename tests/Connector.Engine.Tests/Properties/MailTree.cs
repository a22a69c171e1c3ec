using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Properties;

/// <summary>How people answer one another in a random tree of mails.</summary>
/// <param name="Keep">An answer goes at least to those whom it answers.</param>
/// <param name="Reached">Only who wrote or was sent a mail answers it.</param>
/// <param name="Strangers">Somebody whom nobody wrote to answers too, now and then.</param>
internal sealed record Habits(bool Keep = true, bool Reached = true, bool Strangers = false);

/// <summary>Mails of which each but the first answers one before it: as they were written, each after those it names.</summary>
internal sealed class MailTree(IReadOnlyList<TestMail> mails)
{
    public static readonly string[] People = [Flow.Customer, "mate@customer.example", "zoe@customer.example"];

    public IReadOnlyList<TestMail> Mails => mails;

    public int[] Written => [.. Enumerable.Range(0, mails.Count)];

    /// <summary>The first mail goes to everybody; an answer goes to all or to some, and names its parent, the root, or the whole chain.</summary>
    public static MailTree Grow(Random chance, string channel, Habits habits)
    {
        List<TestMail> mails = [new() { To = [$"{channel}@example.org"], Cc = [People[1], People[2]] }];
        List<int[]> chains = [[0]];
        for (var n = chance.Next(2, 7); n > 0; n--)
        {
            var parent = chance.Next(mails.Count);
            chains.Add([.. chains[parent], mails.Count]);
            mails.Add(Answer(chance, mails, chains[parent], habits) with { To = [$"{channel}@example.org"], Text = $"Message {n}" });
        }
        return new(mails);
    }

    private static TestMail Answer(Random chance, List<TestMail> mails, int[] chain, Habits habits)
    {
        var parent = chain[^1];
        string[] authors = habits.Reached ? [mails[parent].From, .. mails[parent].Cc] : People;
        var author = habits.Strangers && chance.Next(6) == 0 ? "eve@else.example" : authors[chance.Next(authors.Length)];
        (int[] replied, int[] referred) = chance.Next(5) switch
        {
            0 => ([parent], []),
            1 => ([], [parent]),
            2 => ([0], []),
            3 => ([parent], [0, parent]),
            _ => (new[] { parent }, chain),
        };
        var answered = replied.Concat(referred).Select(i => mails[i].From).ToHashSet();
        var to = chance.Next(10) < 6 ? People : People.Where(p => habits.Keep && answered.Contains(p) || chance.Next(4) == 0);
        return new TestMail
        {
            From = author,
            Cc = [.. to.Where(p => p != author)],
            Subject = chance.Next(2) == 0 ? "Re: Broken lamp" : "AW: Broken lamp",
            InReplyTo = [.. replied.Select(i => mails[i].Id)],
            References = [.. referred.Distinct().Select(i => mails[i].Id)],
        };
    }

    /// <summary>The mails that one names.</summary>
    public IEnumerable<int> Named(int n) => mails[n].InReplyTo.Concat(mails[n].References).Distinct().Select(id => Written.First(m => mails[m].Id == id));

    /// <summary>What was written before it for sure, as those tell that are known.</summary>
    public HashSet<int> Before(int n, Func<int, bool> known) => [.. Named(n).Where(known).SelectMany(m => Before(m, known).Append(m))];

    /// <summary>The same, each after those it names; otherwise as they came.</summary>
    public int[] InOrder(int[] came)
    {
        var left = came.ToList();
        var done = new List<int>();
        while (left.Count > 0)
        {
            done.Add(left.First(n => !Named(n).Any(left.Contains)));
            left.Remove(done[^1]);
        }
        return [.. done];
    }

    /// <summary>All orders in which each comes after those it names.</summary>
    public IEnumerable<int[]> RightOrders(params int[] begun) => begun.Length == mails.Count ? [begun]
        : Written.Reverse().Where(n => !begun.Contains(n) && Named(n).All(begun.Contains)).SelectMany(n => RightOrders([.. begun, n]));

    public string Line(int n, MailDecision d) =>
        $"{n} {mails[n].From} to {string.Join(' ', mails[n].Cc)} names {string.Join(' ', Named(n))}: {d.Action} {d.InteractionId} {d.Visibility} -{string.Join(' ', d.ParticipantsRemoved)} {d.Reason} ({string.Join("; ", d.Candidates.Select(c => $"{c.InteractionId} {c.Reason}"))})";
}
