using System.Security.Cryptography;
using Connector.Engine.Door;
using Connector.Storage.Statements;

namespace Connector.Storage.Sqlite;

/// <summary>Ids in blocks and case numbers one by one, both from counters written in the transaction that uses them.</summary>
internal sealed class SqliteFresh(SqliteSession session, string tenant) : IFresh
{
    private const int Block = 256;
    private const string EveryTenant = "";

    private static readonly Statement Raise = new("""
        INSERT INTO "Counters" ("Tenant", "Name", "Value") VALUES ($1, $2, $3)
        ON CONFLICT ("Tenant", "Name") DO UPDATE SET "Value" = "Counters"."Value" + excluded."Value" RETURNING "Value"
        """);

    private static readonly Statement Floor = new("""
        INSERT INTO "Counters" ("Tenant", "Name", "Value") VALUES ($1, $2, $3)
        ON CONFLICT ("Tenant", "Name") DO UPDATE SET "Value" = max("Counters"."Value", excluded."Value") RETURNING "Value"
        """);

    private (long Next, long Last) _ids = (1, 0);
    private (long Next, long Last) _idsBefore = (1, 0);

    public long Id()
    {
        if (_ids.Next > _ids.Last)
        {
            var last = Take(EveryTenant, "records", Block);
            _ids = (last - Block + 1, last);
        }
        return _ids.Next++;
    }

    public long CaseNumber() => Take(tenant, "cases", 1);

    public void CaseNumbersAfter(long number) => session.Run(Floor.With(tenant, "cases", number), _ => { });

    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>At BEGIN: a block taken in a transaction that is undone was never taken.</summary>
    public void Remember() => _idsBefore = _ids;

    public void Restore() => _ids = _idsBefore;

    private long Take(string owner, string name, int count)
    {
        long value = 0;
        session.Run(Raise.With(owner, name, (long)count), row => value = row.Number(0));
        return value;
    }
}
