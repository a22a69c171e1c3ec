using Connector.Engine;
using Connector.Engine.Door;
using Connector.Host.Api.Problems;

namespace Connector.Host.Api.Requests;

/// <summary>Reads record ids of paths; what is none names no record.</summary>
internal static class Ids
{
    public static long Interaction(string id) => Parse(id, 'i', "interaction");

    public static long Message(string id) => Parse(id, 'm', "message");

    public static long Outbox(string id) => Parse(id, 'o', "outbox row");

    public static long Segment(string id) => Parse(id, 'w', "wrap-up segment");

    public static long Quarantine(string id) => Parse(id, 'q', "quarantined mail");

    /// <summary>An internal id, or the case number that people know.</summary>
    public static (long? Id, long? Number) Case(string id)
    {
        if (RecordId.TryParse(id, 'c', out var known)) return (known, null);
        return long.TryParse(id, System.Globalization.NumberStyles.None, null, out var number) ? (null, number) : throw NoSuch("case", id);
    }

    public static RefusedException NoSuch(string what, string id) => new(RuleNames.NotFound, $"there is no {what} '{id}'");

    private static long Parse(string id, char letter, string what) => RecordId.TryParse(id, letter, out var known) ? known : throw NoSuch(what, id);
}
