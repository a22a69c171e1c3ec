using Connector.Storage.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Postgres;

/// <summary>The reader's present row, and values as parameters with their type, so that a null does not prepare a second form of a statement.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : IRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Number(int column) => reader.GetInt64(column);

    public string Text(int column) => reader.GetString(column);

    public byte[] Blob(int column) => reader.GetFieldValue<byte[]>(column);

    public static NpgsqlParameter Parameter(in Value value) => value switch
    {
        { IsNull: true } => new NpgsqlParameter { NpgsqlDbType = TypeOf(value.Kind), Value = DBNull.Value },
        { Kind: ValueKind.Number } => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = value.Number },
        { Kind: ValueKind.Text } => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = value.Text },
        _ => new NpgsqlParameter<byte[]> { NpgsqlDbType = NpgsqlDbType.Bytea, TypedValue = value.Blob },
    };

    private static NpgsqlDbType TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Number => NpgsqlDbType.Bigint,
        ValueKind.Text => NpgsqlDbType.Text,
        _ => NpgsqlDbType.Bytea,
    };
}
