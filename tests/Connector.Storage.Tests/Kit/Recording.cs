using Connector.Engine.Door;
using Connector.Storage.Statements;

namespace Connector.Storage.Tests.Kit;

/// <summary>A session that keeps what it was asked.</summary>
internal sealed class Recording(ISession inner, ICollection<Command> asked) : ISession
{
    public int RoundTrips { get; private set; }

    public IFresh Fresh => inner.Fresh;

    public Dialect Dialect => inner.Dialect;

    public ValueTask QueryAsync(IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        RoundTrips++;
        foreach (var query in queries) asked.Add(query.Command);
        return inner.QueryAsync(queries, cancellation);
    }

    public ValueTask WriteAsync(IReadOnlyList<Write> writes, CancellationToken cancellation) => inner.WriteAsync(writes, cancellation);

    public ValueTask<int> ExecuteAsync(Command command, CancellationToken cancellation) => inner.ExecuteAsync(command, cancellation);
}
