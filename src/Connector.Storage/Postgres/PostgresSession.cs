using System.Runtime.CompilerServices;
using Connector.Engine.Door;
using Connector.Storage.Statements;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>One connection at work. Outside a transaction each call is one of its own: a batch is stored whole or not at all, after what it <paramref name="waitsFor"/>.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, PostgresNumbers numbers, Command? waitsFor) : ISession
{
    private static readonly ConditionalWeakTable<Statement, string> Checked = [];

    public IFresh Fresh { get; } = new PostgresFresh(connection, numbers);

    public Dialect Dialect => Dialect.Postgres;

    public async ValueTask QueryAsync(IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var query in queries) batch.BatchCommands.Add(CommandOf(query.Command));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var row = new PostgresRow(reader);
        foreach (var query in queries)
        {
            while (await reader.ReadAsync(cancellation)) query.OnRow(row);
            await reader.NextResultAsync(cancellation);
        }
    }

    public async ValueTask WriteAsync(IReadOnlyList<Write> writes, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (waitsFor is { } turn) batch.BatchCommands.Add(CommandOf(turn));
        var together = PostgresRows.Together(writes);
        foreach (var write in writes)
        {
            var statement = write.Command.Statement;
            if (!together.TryGetValue(statement, out var rows)) batch.BatchCommands.Add(CommandOf(write.ExactlyOne ? ExactlyOne(statement) : statement.Text, write.Command.Values));
            else if (ReferenceEquals(rows[0], write.Command.Values)) batch.BatchCommands.Add(PostgresRows.CommandOf(statement, rows, write.ExactlyOne));
        }
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new VersionConflictException(e.BatchCommand?.CommandText ?? e.MessageText);
        }
    }

    public async ValueTask<int> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(CommandOf(command));
        return await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Makes the batch itself fail when no row fits: one division by zero spares the round trip that would look at the counts before a commit.</summary>
    private static string ExactlyOne(Statement statement) => Checked.GetValue(statement, static s =>
        $"WITH fitting AS ({s.Text}{(s.Text.StartsWith("UPDATE", StringComparison.Ordinal) ? " RETURNING 1" : "")}) SELECT 1 / count(*) FROM fitting");

    private static NpgsqlBatchCommand CommandOf(Command command) =>
        command.Statement.List is { } list ? PostgresRows.CommandOf(list, command.Values) : CommandOf(command.Statement.Text, command.Values);

    private static NpgsqlBatchCommand CommandOf(string text, Value[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (ref readonly var value in values.AsSpan()) command.Parameters.Add(PostgresRow.Parameter(in value));
        return command;
    }
}
