namespace Connector.Storage.Statements;

/// <summary>What the two databases say differently.</summary>
/// <param name="HasGuards">Others may write while we decide: what was looked at and not changed must be held until the commit.</param>
internal sealed record Dialect(string SkipLocked, string InOpening, string InClosing, bool HasGuards)
{
    public static readonly Dialect Sqlite = new("", "IN (", ")", HasGuards: false);

    /// <summary>An array keeps the planner on the index while a young table has no statistics.</summary>
    public static readonly Dialect Postgres = new(" FOR UPDATE SKIP LOCKED", "= ANY(ARRAY(", "))", HasGuards: true);

    /// <summary>The database is another process: a look-up that may be in vain costs less than a round trip.</summary>
    public bool HasRoundTrips => HasGuards;

    public string In(string select) => $"{InOpening}{select}{InClosing}";

    /// <summary>
    /// The last mails of each of the threads that <paramref name="named"/> names, in one statement. PostgreSQL finds them by their thread alone: by their ids it may read a whole young table, and
    /// goes on doing so when it has grown.
    /// </summary>
    public string LastMailsOfThreads(string columns, string named, int most) => HasGuards
        ? $"""
            SELECT {columns} FROM (SELECT "Id" AS thread FROM "Threads" WHERE "Id" {named}) t CROSS JOIN LATERAL
            (SELECT * FROM "Messages" WHERE "ThreadId" = t.thread AND "Kind" = 0 ORDER BY "Id" DESC LIMIT {most}) m ORDER BY "Id"
            """
        : $"""
            SELECT {columns} FROM "Messages" WHERE "Id" IN (SELECT m."Id" FROM "Threads" t CROSS JOIN "Messages" m WHERE t."Id" {named} AND m."ThreadId" = t."Id" AND m."Kind" = 0
            AND m."Id" >= coalesce((SELECT x."Id" FROM "Messages" x WHERE x."ThreadId" = t."Id" AND x."Kind" = 0 ORDER BY x."Id" DESC LIMIT 1 OFFSET {most - 1}), 0)) ORDER BY "Id"
            """;
}
