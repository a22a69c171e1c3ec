using Connector.Engine.Door;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// Mails that name one another, decided at once by several writers: they take turns at their keys before they write, and whoever comes second sees that what it
/// was decided on is no longer all there is, and is decided again. Only where others may write while we decide.
/// </summary>
internal sealed class MailTurns(string tenant)
{
    private readonly ListStatement _turn = new("SELECT pg_advisory_xact_lock(k) FROM unnest(ARRAY[{list}]::bigint[]) k");

    /// <summary>Fails by a division when more has come. The list as one array: the planner stays on the indexes of a young table.</summary>
    private readonly ListStatement _unchanged = new("""
        SELECT 1 / (CASE WHEN (SELECT COUNT(*) FROM "Messages" WHERE "Tenant" = $1 AND "MailKey" IN ({list}) AND "MailKey" <> 0) = $2
        AND (SELECT COUNT(*) FROM "MissingMails" WHERE "Tenant" = $1 AND "Key" IN ({list})) = $3 THEN 1 ELSE 0 END)
        """, before: 3);

    /// <summary>First of all writes: the turn, then that nothing with these keys has come since.</summary>
    public IEnumerable<Write> Of(MailKeys keys, Known known)
    {
        var here = known.NamedMessages.Select(m => m.MailKey).ToHashSet();
        List<long> missing = [.. keys.Named.Where(key => !here.Contains(key)).Append(keys.Own).Where(key => key != 0).Distinct().Order()];
        if (missing.Count == 0) yield break;
        Value[] list = [.. missing.Select(key => (Value)key)];
        var awaited = missing.Select(ThreadHit.OfAwaited).ToHashSet(StringComparer.Ordinal);
        yield return new(_turn.With(list));
        yield return new(_unchanged.With(list, tenant, known.SameMail.Count(m => missing.Contains(m.MailKey)), known.Hits.Count(h => awaited.Contains(h.Key))));
    }
}
