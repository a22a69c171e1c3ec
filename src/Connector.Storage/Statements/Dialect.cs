namespace Connector.Storage.Statements;

/// <summary>What the two databases say differently.</summary>
/// <param name="HasGuards">Others may write while we decide: what was looked at and not changed must be held until the commit.</param>
internal sealed record Dialect(string SkipLocked, string InOpening, string InClosing, bool HasGuards)
{
    public static readonly Dialect Sqlite = new("", "IN (", ")", HasGuards: false);

    /// <summary>An array keeps the planner on the index while a young table has no statistics.</summary>
    public static readonly Dialect Postgres = new(" FOR UPDATE SKIP LOCKED", "= ANY(ARRAY(", "))", HasGuards: true);

    public string In(string select) => $"{InOpening}{select}{InClosing}";
}
