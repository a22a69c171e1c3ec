using Connector.Contracts;
using Connector.Engine.Cases;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Transfers;
using FsCheck;
using FsCheck.Fluent;
using Connector.Mail;

namespace Connector.Engine.Tests.Properties;

/// <summary>One thing that happens in a random story: what, on which of the interactions there are, by whom.</summary>
internal sealed record Move(int Kind, int On, int By, int Amount)
{
    public static Gen<Move> Any { get; } =
        from kind in Gen.Choose(0, 29)
        from target in Gen.Choose(0, 5)
        from person in Gen.Choose(0, 3)
        from amount in Gen.Choose(0, 9)
        select new Move(kind, target, person, amount);

    /// <summary>The same moves for the same seed, today and always.</summary>
    public static IEnumerable<Move> Fixed(int seed, int length)
    {
        var fresh = new CountingFresh(seed);
        return Enumerable.Range(0, length).Select(_ => fresh.Bytes(4)).Select(b => new Move(b[0] % 30, b[1] % 6, b[2] % 4, b[3] % 10));
    }

    public static Gen<IReadOnlyList<Move>> Story(int length) => Any.ListOf(length).Select(l => (IReadOnlyList<Move>)[.. l]);
}

/// <summary>Plays moves against the door; whatever a move asks for, the rules may refuse it.</summary>
internal sealed class Play(Scenario s)
{
    private static readonly string[] Agents = ["ann", "bob", "sue", "lily"];
    private static readonly string[] Channels = ["support", "sales", "cases", "remote"];
    private static readonly string[] Writers = [Flow.Customer, "mate@customer.example", "helper@friend.example", "dora@customer.example"];
    private readonly List<(byte[] Raw, string Channel, MailClass Kind)> _mails = [];

    public void Make(Move m)
    {
        s.Pass(TimeSpan.FromSeconds(m.Amount * m.Amount));
        var all = s.Store.Where<Interaction>(_ => true);
        if (m.Kind < 2 || all.Count == 0) Arrive(m);
        else if (m.Kind < 16) Command(m, Lively(m, all).Id);
        else World(m, Lively(m, all).Id);
    }

    /// <summary>Mostly one of the latest, so that much happens to the same few.</summary>
    private static Interaction Lively(Move m, IReadOnlyList<Interaction> all) => all[^(1 + m.On % Math.Min(all.Count, m.Amount == 0 ? 6 : 2))];

    private void Arrive(Move m)
    {
        var channel = Channels[m.On % Channels.Length];
        Deliver(new TestMail { From = Writers[m.By], To = [$"{channel}@example.org"], Cc = m.Amount > 6 ? ["mate@customer.example"] : [], Subject = $"Subject {m.Amount}" }.Bytes(), channel, m.Amount == 9 ? MailClass.AutoReplied : MailClass.Human);
    }

    private void Deliver(byte[] raw, string channel, MailClass kind)
    {
        _mails.Add((raw, channel, kind));
        s.Handle(s.Arrived(raw, channel, kind));
    }

    private void Command(Move m, long id)
    {
        var agent = m.By == 3 ? s.Interaction(id).Owner ?? "lily" : Agents[m.By];
        var person = s.As(agent);
        _ = m.Kind switch
        {
            2 or 3 or 4 => person.Reply(id),
            5 => person.Hold(id),
            6 => person.Resume(id),
            7 => person.Close(id, reason: "spam"),
            8 => person.Close(id, "issue_resolved"),
            9 or 10 => person.WrapUp(id),
            11 => person.CreateCase(id),
            12 => person.Release(id),
            13 => person.Note(id, "internal words"),
            14 => person.Close(id),
            _ => m.Amount < 5 ? person.Transfer(id, "sales") : person.Transfer(id, to: Agents[m.Amount % 2]),
        };
    }

    private void World(Move m, long id)
    {
        switch (m.Kind)
        {
            case 16 or 17:
                s.Accept(id, Agents[m.By % 3]);
                break;
            case 18:
                s.Observe(id, (WorkState)(m.Amount % 7), Agents[m.By % 3], rank: s.Interaction(id).ObservedRank + m.Amount - 3, queue: m.On < 3 ? "sales" : null);
                break;
            case 19 or 20 or >= 27 when s.Store.Where<Engine.Messages.Message>(x => x.InteractionId == id && x.Direction == Direction.Outbound && x.Kind == Engine.Messages.MessageKind.Mail) is [.., var sent]:
                Deliver(TestMail.Answer(s.Store.Raw(sent.Id), Writers[m.By]).Bytes(), s.Interaction(id).Channel, m.Amount == 9 ? MailClass.AutoReplied : MailClass.Human);
                break;
            case 21 when _mails.Count > 0:
                var (raw, channel, kind) = _mails[m.Amount % _mails.Count];
                s.Handle(s.Arrived(raw, m.By == 0 ? "sales" : channel, kind));
                break;
            case 22:
                s.Pass(TimeSpan.FromDays(m.Amount % 3 == 0 ? 6 : 0));
                foreach (var sweep in Enum.GetValues<InteractionSweep>()) s.Sweep(id, sweep);
                foreach (var transfer in s.Store.Where<Transfer>(t => t.IsOpen)) s.TransferTime(transfer.Id);
                break;
            case 24 or 25 or 26 when s.Store.Where<Case>(_ => true) is { Count: > 0 } cases:
                s.Case(cases[m.On % cases.Count].Id, m.Amount switch { < 4 => new CaseInput.Resolve(), < 7 => new CaseInput.Wait("parts"), 7 => new CaseInput.Close("done"), 8 => new CaseInput.Spam(), _ => new CaseInput.Reopen() });
                break;
            case 23 when s.Outbox(id) is [.., var row]:
                s.Finish(row.Id, m.By switch { 0 => new CallResult.Succeeded(row.Operation == "Route" ? $"w{id}.{s.Interaction(id).Round}" : null), 1 => new CallResult.Failed("no"), 2 => m.Amount < 5 ? new CallResult.Superseded("late") : new CallResult.Refused("not there"), _ => new CallResult.Later("busy", s.Now) });
                break;
        }
    }
}
