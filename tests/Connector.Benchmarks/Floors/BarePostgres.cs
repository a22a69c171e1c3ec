using Connector.Storage.Postgres;
using Connector.Storage.Statements;
using Npgsql;

namespace Connector.Benchmarks.Floors;

/// <summary>One <see cref="NpgsqlBatch"/> a mail with the rows as they will be, statements prepared by the driver.</summary>
internal sealed class BarePostgres(NpgsqlConnection connection)
{
    public async Task CommitAsync(IEnumerable<Write> writes, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var write in writes)
        {
            var command = new NpgsqlBatchCommand(write.Command.Statement.Text);
            foreach (var value in write.Command.Values) command.Parameters.Add(PostgresRow.Parameter(in value));
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
