using System.Runtime.CompilerServices;
using Connector.Storage.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Postgres;

/// <summary>Many values as one parameter: the rows of one statement as arrays of their columns, a list as an array.</summary>
internal static class PostgresRows
{
    /// <summary>Fewer go one by one: their statements are prepared already.</summary>
    private const int Fewest = 4;

    private static readonly ConditionalWeakTable<Statement, string> Counted = [];

    /// <summary>The rows of each statement that has enough of them; they go where the first one stands.</summary>
    public static Dictionary<Statement, List<Value[]>> Together(IReadOnlyList<Write> writes) => writes.Count < Fewest
        ? []
        : writes.Where(write => write.Command.Statement.Many is not null).GroupBy(write => write.Command.Statement, write => write.Command.Values)
            .Where(rows => rows.Count() >= Fewest).ToDictionary(rows => rows.Key, rows => rows.ToList());

    public static NpgsqlBatchCommand CommandOf(Statement statement, List<Value[]> rows, bool exactlyOne)
    {
        var command = new NpgsqlBatchCommand(exactlyOne ? EachOne(statement, rows[0].Length) : statement.Many!);
        var column = new Value[rows.Count];
        for (var n = 0; n < rows[0].Length; n++)
        {
            for (var row = 0; row < column.Length; row++) column[row] = rows[row][n];
            command.Parameters.Add(Array(column));
        }
        return command;
    }

    public static NpgsqlBatchCommand CommandOf(ListForm list, Value[] values)
    {
        var command = new NpgsqlBatchCommand(list.Text);
        foreach (ref readonly var value in values.AsSpan(0, list.Before)) command.Parameters.Add(PostgresRow.Parameter(in value));
        command.Parameters.Add(Array(values.AsSpan(list.Before)));
        return command;
    }

    /// <summary>Fails by a division when a row found nothing that fits, as the statement for one row does.</summary>
    private static string EachOne(Statement statement, int parameters) => Counted.GetValue(statement, s =>
        $"WITH fitting AS ({s.Many}{(s.Many!.StartsWith("UPDATE", StringComparison.Ordinal) ? " RETURNING 1" : "")}) SELECT 1 / (count(*) = cardinality(${parameters}))::int FROM fitting");

    private static NpgsqlParameter Array(ReadOnlySpan<Value> values)
    {
        switch (values[0].Kind)
        {
            case ValueKind.Number:
                var numbers = new long?[values.Length];
                for (var n = 0; n < numbers.Length; n++) numbers[n] = values[n].IsNull ? null : values[n].Number;
                return Array(numbers, NpgsqlDbType.Bigint);
            case ValueKind.Text:
                var texts = new string?[values.Length];
                for (var n = 0; n < texts.Length; n++) texts[n] = values[n].IsNull ? null : values[n].Text;
                return Array(texts, NpgsqlDbType.Text);
            default:
                var blobs = new byte[]?[values.Length];
                for (var n = 0; n < blobs.Length; n++) blobs[n] = values[n].IsNull ? null : values[n].Blob;
                return Array(blobs, NpgsqlDbType.Bytea);
        }
    }

    private static NpgsqlParameter<T[]> Array<T>(T[] values, NpgsqlDbType type) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values };
}
