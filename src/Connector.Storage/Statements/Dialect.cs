namespace Connector.Storage.Statements;

/// <summary>What the two databases say differently.</summary>
internal sealed record Dialect(string SkipLocked, string InOpening, string InClosing)
{
    public static readonly Dialect Sqlite = new("", "IN (", ")");

    /// <summary>An array keeps the planner on the index while a young table has no statistics.</summary>
    public static readonly Dialect Postgres = new(" FOR UPDATE SKIP LOCKED", "= ANY(ARRAY(", "))");

    public string In(string select) => $"{InOpening}{select}{InClosing}";
}
