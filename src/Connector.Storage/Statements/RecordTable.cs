using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Numerics;
using Connector.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Connector.Storage.Statements;

/// <summary>One table's statements and its record's way to values and back, all made from the EF model, so that they cannot drift from it.</summary>
internal sealed class RecordTable<T> : IRecordTable
    where T : class
{
    private readonly IReadOnlyList<string> _columns;
    private readonly Func<T, Value[]> _values;
    private readonly Func<T, int, Value> _value;
    private readonly Func<T, T, ulong> _differences;
    private readonly Statement _insert;
    private readonly Statement _guard;
    private readonly int _version;
    private readonly ConcurrentDictionary<ulong, Statement> _updates = [];

    public RecordTable(IEntityType type)
    {
        var properties = type.GetProperties().OrderBy(p => p.PropertyInfo!.MetadataToken).ToList();
        Name = type.GetTableName()!;
        _columns = [.. properties.Select(p => $"\"{p.GetColumnName()}\"")];
        _version = properties.FindIndex(p => p.Name == nameof(IRecord.Version));
        Columns = string.Join(", ", _columns);
        KeyColumns = [.. type.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\"")];
        var all = string.Join(", ", _columns.Select((_, n) => $"${n + 1}"));
        _insert = new($"INSERT INTO \"{Name}\" ({Columns}) VALUES ({all})", $"INSERT INTO \"{Name}\" ({Columns}) SELECT * FROM unnest({all})");
        _guard = new($"SELECT 1 FROM \"{Name}\" WHERE \"Id\" = $1 AND \"Version\" = $2 FOR SHARE",
            $"SELECT 1 FROM \"{Name}\" WHERE \"Id\" = ANY($1) AND (\"Id\", \"Version\") IN (SELECT * FROM unnest($1, $2)) ORDER BY \"Id\" FOR SHARE");
        (_values, Read) = (Writer(properties), Reader(properties));
        (_value, _differences) = (One(properties), Comparer(properties));
    }

    public string Name { get; }

    /// <summary>All columns in the order of the record, for SELECT and INSERT.</summary>
    public string Columns { get; }

    public IReadOnlyList<string> KeyColumns { get; }

    public Func<IRow, T> Read { get; }

    /// <summary>A statement that reads whole records: <c>SELECT columns FROM table</c> and the rest as given.</summary>
    public Statement Select(string rest) => new($"SELECT {Columns} FROM \"{Name}\" {rest}");

    /// <summary>An INSERT with a clause behind it (<c>ON CONFLICT DO NOTHING</c>).</summary>
    public Statement InsertWith(string clause) => new($"{_insert.Text} {clause}");

    public Value[] Values(T record) => _values(record);

    public Write Insert(object record)
    {
        var values = _values((T)record);
        if (_version >= 0 && record is IRecord) values[_version] = 1L;
        return new(new(_insert, values));
    }

    /// <summary>Writes what differs from the record as loaded, or all of it when that is not at hand, under its version.</summary>
    public Write Update(IRecord record, IRecord? loaded)
    {
        var changed = (loaded is null ? AllBehindId : _differences((T)record, (T)loaded)) | 1UL << _version;
        var parameters = new Value[BitOperations.PopCount(changed) + 2];
        var at = 0;
        for (var n = 0; n < _columns.Count; n++)
            if ((changed & 1UL << n) != 0) parameters[at++] = n == _version ? record.Version + 1 : _value((T)record, n);
        (parameters[at], parameters[at + 1]) = (record.Id, record.Version);
        return new(new(_updates.GetOrAdd(changed, UpdateOf), parameters), ExactlyOne: true);
    }

    private ulong AllBehindId => (1UL << _columns.Count) - 2;

    /// <summary>Holds the record in the version in which it was looked at.</summary>
    public Write Guard(IRecord record) => new(_guard.With(record.Id, record.Version), ExactlyOne: true, IsGuard: true);

    private Statement UpdateOf(ulong changed)
    {
        var columns = _columns.Where((_, n) => (changed & (1UL << n)) != 0).ToList();
        var (id, version) = ($"${columns.Count + 1}", $"${columns.Count + 2}");
        var set = string.Join(", ", columns.Select((column, n) => $"{column} = ${n + 1}"));
        var setMany = string.Join(", ", columns.Select((column, n) => $"{column} = v.c{n + 1}"));
        var arrays = string.Join(", ", Enumerable.Range(1, columns.Count).Select(n => $"${n}"));
        var names = string.Join(", ", Enumerable.Range(1, columns.Count).Select(n => $"c{n}"));
        return new($"UPDATE \"{Name}\" SET {set} WHERE \"Id\" = {id} AND \"Version\" = {version}",
            $"UPDATE \"{Name}\" AS t SET {setMany} FROM unnest({arrays}, {id}, {version}) AS v({names}, id, version) WHERE t.\"Id\" = ANY({id}) AND t.\"Id\" = v.id AND t.\"Version\" = v.version");
    }

    private static Func<T, Value[]> Writer(List<IProperty> properties)
    {
        var record = Expression.Parameter(typeof(T));
        var values = properties.Select(p => Statements.Columns.ToValue(Expression.Property(record, p.PropertyInfo!)));
        return Expression.Lambda<Func<T, Value[]>>(Expression.NewArrayInit(typeof(Value), values), record).Compile();
    }

    private static Func<T, int, Value> One(List<IProperty> properties)
    {
        var (record, column) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(int)));
        var cases = properties.Select((p, n) => Expression.SwitchCase(Statements.Columns.ToValue(Expression.Property(record, p.PropertyInfo!)), Expression.Constant(n)));
        return Expression.Lambda<Func<T, int, Value>>(Expression.Switch(column, Expression.Default(typeof(Value)), [.. cases]), record, column).Compile();
    }

    /// <summary>A bit for each column behind the id in which two records differ.</summary>
    private static Func<T, T, ulong> Comparer(List<IProperty> properties)
    {
        var (one, other) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(T)));
        Expression bits = Expression.Constant(0UL);
        for (var n = 1; n < properties.Count; n++)
        {
            var same = Statements.Columns.AreSame(Expression.Property(one, properties[n].PropertyInfo!), Expression.Property(other, properties[n].PropertyInfo!));
            bits = Expression.Or(bits, Expression.Condition(same, Expression.Constant(0UL), Expression.Constant(1UL << n)));
        }
        return Expression.Lambda<Func<T, T, ulong>>(bits, one, other).Compile();
    }

    private static Func<IRow, T> Reader(List<IProperty> properties)
    {
        var row = Expression.Parameter(typeof(IRow));
        var bindings = properties.Select((p, n) => Expression.Bind(p.PropertyInfo!, Statements.Columns.FromRow(row, n, p.ClrType)));
        return Expression.Lambda<Func<IRow, T>>(Expression.MemberInit(Expression.New(typeof(T)), bindings), row).Compile();
    }
}

internal interface IRecordTable
{
    string Name { get; }

    Write Insert(object record);

    Write Update(IRecord record, IRecord? loaded);

    Write Guard(IRecord record);
}
