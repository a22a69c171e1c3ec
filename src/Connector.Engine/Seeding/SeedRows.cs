using Connector.Engine.Cases;
using Connector.Engine.Contacts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Seeding;

/// <summary>The rows a seed file describes, in the order of their dependence.</summary>
internal sealed class SeedRows(PutSeed input, Given given)
{
    private readonly SeedFile _file = input.File;
    private readonly SeedPeople _who = new(input, given);
    private readonly List<object> _rows = [];
    private readonly Dictionary<string, CaseThread> _threads = [];
    private readonly Dictionary<string, List<Participant>> _people = [];
    private readonly Dictionary<string, Case> _cases = [];
    private readonly Dictionary<string, Interaction> _interactions = [];

    public Dictionary<string, SeededKey> Keys { get; } = [];

    public IReadOnlyList<object> All => [.. _threads.Values, .. _people.Values.SelectMany(p => p), .. _cases.Values, .. _interactions.Values, .. _rows];

    private DateTimeOffset Now => _file.Now ?? input.At;

    private string Tenant => given.Setup.Tenant;

    public void Build()
    {
        foreach (var contact in _file.Contacts) _rows.Add(_who.PersonOf(contact));
        foreach (var agent in _file.Agents) _rows.Add(_who.PersonOf(agent));
        foreach (var thread in _file.Threads) AddThread(thread);
        given.Fresh.CaseNumbersAfter(_file.Cases.Select(c => SeedFaults.TryNumber(c.Number, out var number) ? number : 0).DefaultIfEmpty().Max());
        foreach (var c in _file.Cases) AddCase(c);
        foreach (var c in _file.Cases.Where(c => c.FollowUpOf is not null)) _cases[c.Key] = _cases[c.Key] with { FollowUpOf = _cases[c.FollowUpOf!].Id };
        foreach (var merged in _file.Cases.Where(c => c.MergedInto is not null)) Merge(merged);
        foreach (var i in _file.Interactions) AddInteraction(i);
        foreach (var i in _file.Interactions.Where(i => i.RefersTo is not null)) _interactions[i.Key] = _interactions[i.Key] with { RefersTo = _interactions[i.RefersTo!].Id };
        foreach (var message in _file.Messages.OrderBy(m => m.At ?? Now)) AddMessage(message);
    }

    private void AddThread(SeedThread t)
    {
        var messages = _file.Messages.Where(m => m.Thread == t.Key).OrderBy(m => m.At ?? Now).ToList();
        var needsId = messages.Exists(m => m.Sign is not null || IsOutbound(m));
        var channel = given.Setup.Channel(t.Channel)!;
        var people = _who.On(t, messages);
        var thread = new CaseThread
        {
            Id = given.Fresh.Id(),
            Tenant = Tenant,
            Channel = channel.Id,
            MailboxGroup = channel.MailboxGroup,
            Token = t.ThreadId?.ToUpperInvariant() ?? (needsId ? ThreadIds.New(given.Fresh.Bytes) : null),
            BareSubject = BareSubject.Of(t.Subject ?? messages.FirstOrDefault()?.Subject ?? _file.Cases.FirstOrDefault(c => c.Thread == t.Key)?.Subject ?? ""),
            Sent = messages.Count(IsOutbound),
            Numbered = people.Count,
            CreatedAt = messages.FirstOrDefault()?.At ?? Now,
            LastActivityAt = messages.LastOrDefault()?.At ?? Now,
        };
        _threads[t.Key] = thread;
        _people[t.Key] = [.. people.Select((p, n) => _who.ParticipantOf(p, thread, n + 1))];
        Keys[t.Key] = new SeededKey(ThreadId: thread.Token, ReplyTo: thread.Token is null ? null : SignedTokens.Address(channel.FromAddress, thread, 1, given.Setup));
    }

    private void AddCase(SeedCase c)
    {
        var state = c.State is null ? CaseState.New : Enum.Parse<CaseState>(c.State, ignoreCase: true);
        var channel = given.Setup.Channel(c.Channel ?? _file.Threads.First(t => t.Key == c.Thread).Channel)!;
        var resolved = state is CaseState.Resolved ? c.At?.Resolved ?? Now : c.At?.Resolved;
        var made = new Case
        {
            Id = given.Fresh.Id(),
            Tenant = Tenant,
            Number = SeedFaults.TryNumber(c.Number, out var number) ? number : given.Fresh.CaseNumber(),
            Channel = channel.Id,
            State = c.MergedInto is null ? state : CaseState.Closed,
            ThreadId = c.Thread is null ? null : _threads[c.Thread].Id,
            Subject = c.Subject ?? "",
            Description = c.Description ?? "",
            Origin = "Seed",
            Assignee = c.Assignee,
            AssignedAt = c.Assignee is null ? null : c.At?.Created ?? Now,
            CreatedBy = input.By.Name,
            UpdatedBy = input.By.Name,
            CreatedAt = c.At?.Created ?? Now,
            UpdatedAt = c.At?.Updated ?? c.At?.Closed ?? resolved ?? c.At?.Created ?? Now,
            ResolvedAt = resolved,
            ClosedAt = state == CaseState.Closed || c.MergedInto is not null ? c.At?.Closed ?? Now : null,
            CloseReason = c.MergedInto is not null ? "Merged" : state == CaseState.Closed ? "Seed" : null,
            CloseDue = state == CaseState.Resolved ? resolved + channel.Rules.ResolvedToClosedAfter : null,
        };
        _cases[c.Key] = made;
        Keys[c.Key] = new SeededKey(RecordId.Case(made.Id), c.Thread is null ? null : _threads[c.Thread].Token, made.NumberText);
    }

    /// <summary>A merge unites threads: mail for the old one goes to the target's.</summary>
    private void Merge(SeedCase merged)
    {
        _cases[merged.Key] = _cases[merged.Key] with { MergedInto = _cases[merged.MergedInto!].Id };
        var (united, target) = (merged.Thread, FinalThread(merged));
        var unites = united is not null && target is not null && united != target;
        if (unites) _threads[united!] = _threads[united!] with { RedirectTo = _threads[target!].Id };
        var joined = unites ? JoinPeople(united!, target!) : [];
        _rows.Add(new CaseMerge
        {
            Id = given.Fresh.Id(),
            Tenant = Tenant,
            SourceId = _cases[merged.Key].Id,
            TargetId = _cases[merged.MergedInto!].Id,
            At = _cases[merged.Key].ClosedAt ?? Now,
            By = input.By.Name,
            SourceState = CaseState.Open,
            ThreadId = unites ? _threads[united!].Id : null,
            People = CaseMerge.Join(joined),
        });
    }

    /// <summary>Of the last case along the merges that has one.</summary>
    private string? FinalThread(SeedCase merged) => Merges(merged).LastOrDefault(c => c.Thread is not null)?.Thread;

    /// <summary>The case and those it was merged into, one after the other; a circle ends where it began.</summary>
    private IEnumerable<SeedCase> Merges(SeedCase from)
    {
        var seen = new HashSet<string>();
        for (var c = from; c is not null && seen.Add(c.Key); c = c.MergedInto is { } next ? _file.Cases.First(x => x.Key == next) : null) yield return c;
    }

    private List<long> JoinPeople(string from, string to)
    {
        var joined = UnitedPeople.Missing(_people[from], _people[to]).Select((p, n) => p with { Id = given.Fresh.Id(), ThreadId = _threads[to].Id, Ordinal = _threads[to].Numbered + n + 1 }).ToList();
        _threads[to] = _threads[to] with { Numbered = _threads[to].Numbered + joined.Count };
        _people[to].AddRange(joined);
        return [.. joined.Select(p => p.Id)];
    }

    private void AddInteraction(SeedInteraction i)
    {
        var thread = _file.Threads.First(t => t.Key == i.Thread);
        if (i is { Owner: null, State: not (null or "New" or "ClosedAbandoned") }) i = i with { Owner = _file.Cases.FirstOrDefault(c => c.Key == i.Case)?.Assignee };
        var made = SeedInteractions.Make(i, _threads[i.Thread], given.Setup.Channel(i.Channel ?? thread.Channel)!, LastMessageAt(i) ?? i.At?.Updated ?? i.At?.Created ?? Now, Now, given) with
        {
            CaseId = i.Case is null ? null : _cases[Merges(_file.Cases.First(c => c.Key == i.Case)).Last().Key].Id,
        };
        var requester = _people[i.Thread].Find(p => p.Role == ParticipantRole.Requester);
        var contact = _file.Contacts.FirstOrDefault(c => c.Address.Equals(requester?.Address, StringComparison.OrdinalIgnoreCase));
        _interactions[i.Key] = made with
        {
            CustomerAddress = requester?.Address ?? "",
            CustomerName = requester?.Name ?? "",
            CustomerId = contact?.Id ?? requester?.Address ?? "",
            CustomerType = contact is null ? CustomerType.Guest : "consumer".Equals(contact.Type, StringComparison.OrdinalIgnoreCase) ? CustomerType.Consumer : CustomerType.Contact,
        };
        _rows.AddRange(SeedInteractions.Beside(_interactions[i.Key], given));
        Keys[i.Key] = new SeededKey(RecordId.Interaction(made.Id), _threads[i.Thread].Token, i.Case is null ? null : _cases[i.Case].NumberText);
    }

    private void AddMessage(SeedMessage m)
    {
        var made = new SeedMail(m, _threads[m.Thread], _people[m.Thread], _who.AddressOf, given).Make(
            m.Interaction is null ? null : _interactions[m.Interaction], m.At ?? Now, NumberOf(m));
        _rows.Add(made.Message);
        _rows.Add(made.Raw);
        Keys[m.Key] = new SeededKey(RecordId.Message(made.Message.Id), _threads[m.Thread].Token, MessageId: made.Message.MailId, ReplyTo: made.ReplyTo);
    }

    private int NumberOf(SeedMessage m) =>
        IsOutbound(m) ? 1 + _file.Messages.Where(o => o.Thread == m.Thread && IsOutbound(o)).OrderBy(o => o.At ?? Now).TakeWhile(o => o.Key != m.Key).Count() : 0;

    private DateTimeOffset? LastMessageAt(SeedInteraction i) => _file.Messages.Where(m => m.Interaction == i.Key).Max(m => m.At);

    private bool IsOutbound(SeedMessage m) => m.Sign is not null || "outbound".Equals(m.Direction, StringComparison.OrdinalIgnoreCase)
        || m is { Direction: null, From: { } from } && given.Setup.IsOwnAddress(_who.AddressOf(from).Address);
}
