using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Engine.Door;
using Connector.Engine.Threads;
using Connector.Storage;
using Connector.Storage.Statements;
using Connector.Storage.Writing;
using Npgsql;

namespace Connector.Benchmarks.Cases;

/// <summary>One mail in flight on PostgreSQL, against one batch a mail with the same rows and raw bytes.</summary>
internal sealed class PostgresMailPair(string server, IReadOnlyList<MailArrived> mails, List<List<Write>> writes) : IPair
{
    public string Name => "PostgreSQL, one mail in flight";

    public Target Target => Target.OfFloor(0.5);

    public async Task<double> FloorAsync(CancellationToken cancellation)
    {
        await using var scratch = await ScratchPostgres.MakeAsync(server);
        await using var connection = new NpgsqlConnection(scratch.ConnectionString);
        await connection.OpenAsync(cancellation);
        var bare = new BarePostgres(connection);
        return await Measure.RateAsync(writes.Count, async () =>
        {
            foreach (var mail in writes) await bare.CommitAsync(mail, cancellation);
        });
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        await using var scratch = await ScratchPostgres.MakeAsync(server);
        await using var store = await Store.OpenAsync(scratch.Options, cancellation);
        var path = store.WritePath(new EngineRules(), () => Arrivals.Setup);
        return await Measure.RateAsync(mails.Count, () => Flight.RunAsync(mails, 1, mail => path.HandleAsync(mail, Urgency.Mail, cancellation)));
    }
}
