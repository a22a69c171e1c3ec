using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Moving;

/// <summary>One table on its way: its columns as SQLite declares them, its rows, and a fingerprint that does not depend on their order.</summary>
internal sealed class TableCopy(string name, IReadOnlyList<(string Name, NpgsqlDbType Type)> columns)
{
    private readonly string _list = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    public string Name => name;

    public static async Task<TableCopy> OfAsync(string name, SqliteConnection source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand();
        command.CommandText = "SELECT name, type FROM pragma_table_info($table) ORDER BY cid";
        command.Parameters.AddWithValue("$table", name);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var columns = new List<(string, NpgsqlDbType)>();
        while (await reader.ReadAsync(cancellation)) columns.Add((reader.GetString(0), TypeOf(reader.GetString(1))));
        return new(name, columns);
    }

    /// <summary>Copies all rows; answers how many.</summary>
    public async Task<long> RunAsync(SqliteConnection source, NpgsqlConnection target, CancellationToken cancellation)
    {
        await using var select = SelectAll(source);
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        await using var writer = await target.BeginBinaryImportAsync($"COPY \"{name}\" ({_list}) FROM STDIN (FORMAT BINARY)", cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            await writer.StartRowAsync(cancellation);
            for (var n = 0; n < columns.Count; n++)
            {
                if (reader.IsDBNull(n)) await writer.WriteNullAsync(cancellation);
                else await writer.WriteAsync(reader.GetValue(n), columns[n].Type, cancellation);
            }
        }
        return (long)await writer.CompleteAsync(cancellation);
    }

    /// <summary>Number of rows, and the sum of their hashes.</summary>
    public async Task<(long Rows, ulong Sum)> FingerprintAsync(DbConnection store, CancellationToken cancellation)
    {
        await using var select = SelectAll(store);
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        var (rows, sum) = (0L, 0UL);
        for (; await reader.ReadAsync(cancellation); rows++) sum += HashOf(reader);
        return (rows, sum);
    }

    private DbCommand SelectAll(DbConnection store)
    {
        var command = store.CreateCommand();
        command.CommandText = $"SELECT {_list} FROM \"{name}\"";
        return command;
    }

    private ulong HashOf(DbDataReader row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[9];
        for (var n = 0; n < columns.Count; n++)
        {
            var isNull = row.IsDBNull(n);
            var bytes = isNull ? [] : Bytes(row.GetValue(n));
            head[0] = isNull ? (byte)0 : (byte)1;
            BinaryPrimitives.WriteInt64LittleEndian(head[1..], bytes.Length);
            hash.AppendData(head);
            hash.AppendData(bytes);
        }
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }

    private static byte[] Bytes(object value) => value switch
    {
        long number => BitConverter.GetBytes(number),
        string text => Encoding.UTF8.GetBytes(text),
        _ => (byte[])value,
    };

    private static NpgsqlDbType TypeOf(string declared) => declared switch
    {
        "INTEGER" => NpgsqlDbType.Bigint,
        "TEXT" => NpgsqlDbType.Text,
        _ => NpgsqlDbType.Bytea,
    };
}
