using Connector.Engine.Door;

namespace Connector.Engine.Seeding;

/// <summary>Puts a described state into an empty store.</summary>
public sealed record PutSeed : Input
{
    public required SeedFile File { get; init; }

    /// <summary>Whether the store holds any conversation already.</summary>
    public required bool StoreIsEmpty { get; init; }
}

internal static class SeedRules
{
    public static Outcome Decide(PutSeed input, Given given)
    {
        if (!input.StoreIsEmpty) return Refused("the store is not empty; seed a new data folder");
        var faults = SeedFaults.Of(input.File, given.Setup).ToList();
        if (faults.Count > 0) return Refused(string.Join("; ", faults));
        var rows = new SeedRows(input, given);
        rows.Build();
        return new Outcome(new Answer.Done(new Seeded(rows.Keys))) { Inserts = rows.All };
    }

    private static Outcome Refused(string why) => new(new Answer.Refused("Seed", why));
}
