using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Threads;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>Everything about the threads that <paramref name="named"/> names, an SQL condition with a place for a list of values.</summary>
internal sealed class ThreadQueries(RecordTables tables, Dialect dialect, string tenant, string named)
{
    /// <summary>By their ids.</summary>
    public const string ById = "IN ({list})";

    /// <summary>The thread of the message that has a key: one step more in the database instead of one more round trip to it.</summary>
    public const string ByMailKey = "= (SELECT k.\"ThreadId\" FROM \"Messages\" k WHERE k.\"MailKey\" = {list} AND k.\"MailKey\" <> 0 AND k.\"ThreadId\" IS NOT NULL ORDER BY k.\"Id\" LIMIT 1)";

    private readonly Scope _work = new(tables, dialect, $"\"ThreadId\" {named}", $"\"ThreadId\" {named} OR ");
    private readonly ListStatement _threads = new(tables.Of<CaseThread>().Select($"WHERE \"Tenant\" = $1 AND \"Id\" {named}").Text, before: 1);
    private readonly ListStatement _united = new($"SELECT \"Id\" FROM \"Threads\" WHERE \"RedirectTo\" {named}");
    private readonly ListStatement _participants = new(tables.Of<Participant>().Select($"WHERE \"ThreadId\" {named} ORDER BY \"Id\"").Text);
    private readonly ListStatement _mails = new(dialect.LastMailsOfThreads(tables.Of<Message>().Columns, named, Dossier.MailsLoaded));

    public IEnumerable<Query> Of(IReadOnlyCollection<Value> list, Gathered into)
    {
        yield return new(_threads.With(list, tenant), row => into.Threads.Add(tables.Of<CaseThread>().Read(row)));
        yield return new(_united.With(list), row => into.United.Add(row.Number(0)));
        yield return new(_participants.With(list), row => into.Participants.Add(tables.Of<Participant>().Read(row)));
        foreach (var query in _work.Queries(list, into)) yield return query;
        yield return new(_mails.With(list), row => into.Mails.Add(tables.Of<Message>().Read(row)));
    }

    public ValueTask<List<Message>> MailsAsync(ISession session, long thread, CancellationToken cancellation) => session.ListAsync(_mails.With([thread]), tables.Of<Message>().Read, cancellation);
}
