using System.Collections.Frozen;
using Connector.Engine;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Connector.Storage.Statements;

/// <summary>The tables of all records, by type.</summary>
internal sealed class RecordTables
{
    private readonly FrozenDictionary<Type, IRecordTable> _tables;

    public RecordTables(IModel model) =>
        _tables = model.GetEntityTypes().ToFrozenDictionary(type => type.ClrType, Make);

    public IEnumerable<IRecordTable> All => _tables.Values;

    public RecordTable<T> Of<T>()
        where T : class => (RecordTable<T>)_tables[typeof(T)];

    public Write Insert(object record) => Of(record).Insert(record);

    public Write Update(IRecord record, IRecord? loaded) => Of(record).Update(record, loaded);

    public Write Guard(IRecord record) => Of(record).Guard(record);

    private IRecordTable Of(object record) =>
        _tables.TryGetValue(record.GetType(), out var table) ? table : throw new InvalidOperationException($"{record.GetType().Name} has no table");

    private static IRecordTable Make(IEntityType type) =>
        (IRecordTable)Activator.CreateInstance(typeof(RecordTable<>).MakeGenericType(type.ClrType), type)!;
}
