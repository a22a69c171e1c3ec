using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Storage.Statements;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connector.Storage.Sqlite;

/// <summary>A prepared statement, bound and stepped without boxing; the reading end is the row itself.</summary>
internal sealed partial class SqliteStatement : IRow, IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly nint _open;
    private readonly List<SameText> _texts = [];
    private byte[] _text = new byte[256];

    public SqliteStatement(sqlite3 connection, string text)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, Parameter.Replace(text, "?$1"), out _statement));
        _open = _statement.DangerousGetHandle();
    }

    /// <summary>SQLite counts <c>$1</c> by first use, <c>?1</c> by number.</summary>
    [GeneratedRegex(@"\$(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter { get; }

    /// <summary>Runs to the end; each row is shown to <paramref name="onRow"/>.</summary>
    public void Run(Value[] values, Action<IRow>? onRow)
    {
        try
        {
            for (var n = 0; n < values.Length; n++) Bind(n + 1, in values[n]);
            int answer;
            while ((answer = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW) onRow?.Invoke(this);
            if (answer != raw.SQLITE_DONE) Check(answer);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public bool IsNull(int column) => NativeStatement.ColumnType(_open, column) == raw.SQLITE_NULL;

    public long Number(int column) => NativeStatement.ColumnNumber(_open, column);

    /// <summary>Rows read together bear the same texts again and again (tenant, queue, state): such a one is not made anew.</summary>
    public string Text(int column)
    {
        if (NativeStatement.ColumnText(_open, column) is not (var text and not 0)) return "";
        while (_texts.Count <= column) _texts.Add(new());
        return _texts[column].Of(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), text), NativeStatement.ColumnBytes(_open, column)));
    }

    public byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private void Bind(int index, in Value value) => Check(value switch
    {
        { IsNull: true } => NativeStatement.BindNull(_open, index),
        { Kind: ValueKind.Number } => NativeStatement.BindNumber(_open, index, value.Number),
        { Kind: ValueKind.Text } => BindText(index, value.Text),
        { Blob.Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, index, 0),
        _ => raw.sqlite3_bind_blob(_statement, index, value.Blob),
    });

    private int BindText(int index, string text)
    {
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, index, "");
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < longest) _text = new byte[longest];
        return raw.sqlite3_bind_text(_statement, index, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private void Check(int answer)
    {
        if (answer is not raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(answer, _connection);
    }
}
