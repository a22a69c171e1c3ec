using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Connector.Storage.Schema;

/// <summary>
/// Tables written down in short: <c>Id int, Name text, Note text?, Bytes blob</c>. The three types are INTEGER, TEXT and BLOB on SQLite, bigint, text
/// and bytea on PostgreSQL.
/// </summary>
internal sealed class TableScript(MigrationBuilder migration)
{
    private readonly bool _postgres = migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) ?? false;

    public void Table(string name, string key, string columns)
    {
        var table = new CreateTableOperation { Name = name };
        table.Columns.AddRange(Split(columns).Select(column => Column(name, column)));
        table.PrimaryKey = new() { Name = $"PK_{name}", Table = name, Columns = Split(key) };
        migration.Operations.Add(table);
    }

    public void Index(string name, string table, string columns, string? where = null, bool unique = false, bool[]? descending = null) =>
        migration.CreateIndex(name, table, Split(columns), unique: unique, filter: where, descending: descending);

    /// <summary>A column of a table that has rows: nullable, or with the value they get.</summary>
    public void Column(string table, string column, object? value = null)
    {
        var added = Column(table, column);
        added.DefaultValue = value;
        migration.Operations.Add(added);
    }

    public void OnPostgres(string sql)
    {
        if (_postgres) migration.Sql(sql);
    }

    private AddColumnOperation Column(string table, string text)
    {
        var (name, type) = text.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(text);
        var (stored, clr) = type.TrimEnd('?') switch
        {
            "int" => (_postgres ? "bigint" : "INTEGER", typeof(long)),
            "text" => (_postgres ? "text" : "TEXT", typeof(string)),
            "blob" => (_postgres ? "bytea" : "BLOB", typeof(byte[])),
            _ => throw new FormatException(text),
        };
        return new() { Table = table, Name = name, ColumnType = stored, ClrType = clr, IsNullable = type.EndsWith('?') };
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
