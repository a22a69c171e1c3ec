using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Kit;

/// <summary>Another wrote first.</summary>
internal sealed class StaleException(IRecord record) : Exception($"{record.GetType().Name} {record.Id} is no longer version {record.Version}");

/// <summary>Records and rows in lists: what a store keeps, without one. Takes an outcome whole or not at all.</summary>
internal sealed class MemoryStore
{
    private readonly Dictionary<(Type Type, long Id), IRecord> _records = [];
    private readonly List<object> _rows = [];

    public IEnumerable<T> All<T>() => typeof(T).IsAssignableTo(typeof(IRecord)) ? _records.Values.OfType<T>() : _rows.OfType<T>();

    public T Get<T>(long id) where T : IRecord => (T)_records[(typeof(T), id)];

    public T? Find<T>(long id) where T : class, IRecord => _records.GetValueOrDefault((typeof(T), id)) as T;

    public byte[] Raw(long message) => All<RawMail>().Single(r => r.Id == message).Bytes;

    /// <summary>Everything as it stands, for comparing before and after.</summary>
    public IReadOnlyList<object> Snapshot() => [.. _records.Values, .. _rows];

    public void Put(params IRecord[] records)
    {
        foreach (var record in records) _records[(record.GetType(), record.Id)] = record;
    }

    public void Apply(Outcome outcome)
    {
        foreach (var record in outcome.Updates)
            if (!_records.TryGetValue((record.GetType(), record.Id), out var stored) || stored.Version != record.Version) throw new StaleException(record);
        foreach (var record in outcome.Inserts.OfType<IRecord>())
            if (record.Version != 0 || _records.ContainsKey((record.GetType(), record.Id))) throw new StaleException(record);
        foreach (var record in outcome.Updates.Concat(outcome.Inserts.OfType<IRecord>()))
            _records[(record.GetType(), record.Id)] = Stored(record, record.Version + 1);
        _rows.AddRange(outcome.Inserts.Where(i => i is not IRecord));
    }

    public ImmutableList<T> Where<T>(Func<T, bool> which) where T : IRecord => [.. All<T>().Where(which).OrderBy(r => r.Id)];

    private static IRecord Stored(IRecord record, long version) => record switch
    {
        CaseThread r => r with { Version = version },
        Participant r => r with { Version = version },
        Interaction r => r with { Version = version },
        Case r => r with { Version = version },
        CaseMerge r => r with { Version = version },
        WrapUpSegment r => r with { Version = version },
        Transfer r => r with { Version = version },
        ExternalRef r => r with { Version = version },
        Message r => r with { Version = version },
        QuarantineItem r => r with { Version = version },
        OutboxRow r => r with { Version = version },
        Engine.Codes.CatalogueCode r => r with { Version = version },
        Engine.Codes.CodeMapping r => r with { Version = version },
        Engine.Codes.VendorEntry r => r with { Version = version },
        Contacts.Person r => r with { Version = version },
        _ => throw new InvalidOperationException($"{record.GetType().Name} is no record the store knows"),
    };
}
