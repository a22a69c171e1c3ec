using Connector.Engine.Door;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// Mails that name one another, decided at once by several writers: they take turns at their keys before they write, and whoever comes second sees that what it
/// was decided on is no longer all there is, and is decided again. Only where others may write while we decide.
/// </summary>
internal sealed class MailTurns(string tenant)
{
    private readonly ListStatement _turn = new("SELECT pg_advisory_xact_lock(\"Key\") FROM (SELECT DISTINCT \"Key\" FROM unnest(ARRAY[{list}]::bigint[]) AS \"Keys\" (\"Key\") ORDER BY 1) AS \"Sorted\"");
    private readonly ListStatement _unchanged = new(
        "SELECT 1 WHERE (SELECT COUNT(*) FROM \"Messages\" WHERE \"Tenant\" = $1 AND \"MailKey\" IN ({list})) = $2 AND (SELECT COUNT(*) FROM \"Threads\" WHERE \"Tenant\" = $1 AND \"Awaits\" IN ({list})) = $3", before: 3);

    /// <summary>First of all writes: the turn, then that nothing with these keys has come since.</summary>
    public IEnumerable<Write> Of(MailKeys keys, Known known)
    {
        var here = known.NamedMessages.Select(m => m.MailKey).ToHashSet();
        List<long> missing = [.. keys.Named.Where(key => !here.Contains(key)).Append(keys.Own).Where(key => key != 0).Distinct()];
        if (missing.Count == 0) yield break;
        Value[] list = [.. missing.Select(key => (Value)key)];
        var awaited = missing.Select(ThreadHit.OfAwaited).ToHashSet(StringComparer.Ordinal);
        yield return new(_turn.With(list));
        yield return new(_unchanged.With(list, tenant, known.SameMail.Count(m => missing.Contains(m.MailKey)), known.Hits.Count(h => awaited.Contains(h.Key))), ExactlyOne: true);
    }
}
