namespace Connector.Storage.Schema;

/// <summary>What <c>db info</c> tells. <paramref name="Rows"/> by table; null where the table is not there yet.</summary>
public sealed record StoreInfo(string Provider, string Place, string? Schema, string LatestSchema, IReadOnlyList<string> Pending, long? Bytes, IReadOnlyDictionary<string, long> Rows);
