using Connector.Engine.Cases;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>Everything about the interactions that one condition names.</summary>
internal sealed class Scope(RecordTables tables, Dialect dialect, string condition, string cases)
{
    private readonly string _ids = dialect.In($"SELECT \"Id\" FROM \"Interactions\" WHERE {condition}");

    private ListStatement Interactions => field ??= List<Interaction>(condition);
    private ListStatement Cases => field ??= List<Case>(
        cases + $"\"Id\" {dialect.In($"SELECT \"CaseId\" FROM \"Interactions\" WHERE {condition} AND \"CaseId\" IS NOT NULL")}");
    private ListStatement Segments => field ??= List<WrapUpSegment>($"\"InteractionId\" {_ids}");
    private ListStatement Transfers => field ??= List<Transfer>($"\"InteractionId\" {_ids}");
    private ListStatement Refs => field ??= List<ExternalRef>($"\"InteractionId\" {_ids}");

    public IEnumerable<Query> Queries(IReadOnlyCollection<Value> ids, Gathered into)
    {
        yield return new(Interactions.With(ids), row => into.Interactions.Add(tables.Of<Interaction>().Read(row)));
        yield return new(Cases.With(ids), row => into.Cases.Add(tables.Of<Case>().Read(row)));
        yield return new(Segments.With(ids), row => into.Segments.Add(tables.Of<WrapUpSegment>().Read(row)));
        yield return new(Transfers.With(ids), row => into.Transfers.Add(tables.Of<Transfer>().Read(row)));
        yield return new(Refs.With(ids), row => into.ExternalRefs.Add(tables.Of<ExternalRef>().Read(row)));
    }

    private ListStatement List<T>(string where)
        where T : class => new(tables.Of<T>().Select($"WHERE {where} ORDER BY \"Id\"").Text);
}

/// <summary>Rows as they come, before they are put together.</summary>
internal sealed class Gathered
{
    public List<CaseThread> Threads { get; } = [];
    public List<Participant> Participants { get; } = [];
    public List<Interaction> Interactions { get; } = [];
    public List<Case> Cases { get; } = [];
    public List<WrapUpSegment> Segments { get; } = [];
    public List<Transfer> Transfers { get; } = [];
    public List<ExternalRef> ExternalRefs { get; } = [];
    public List<Message> Mails { get; } = [];

    /// <summary>Threads that redirect to one of those asked for.</summary>
    public List<long> United { get; } = [];
}
