using System.Globalization;
using Connector.Engine.Door;

namespace Connector.Engine.Threads;

/// <summary>A mail that a conversation waits for: finds it by the key when the mail comes, or another that names it. A row stays when it has come; the thread says whether it still waits.</summary>
public sealed record MissingMail
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public required long Key { get; init; }
    public required long ThreadId { get; init; }

    /// <summary>A conversation waits for so many at most: for the first one named, and the last.</summary>
    public const int Most = 8;

    public static IReadOnlyList<long> Of(CaseThread thread) =>
        thread.Missing is { } keys ? [.. keys.Split(' ').Select(key => long.Parse(key, CultureInfo.InvariantCulture))] : [];

    /// <summary>The thread waits for these from now on, and for no other.</summary>
    public static CaseThread Await(Proceedings p, CaseThread thread, IEnumerable<long> keys)
    {
        var all = keys.Distinct().ToList();
        if (all.Count > Most) all.RemoveRange(1, all.Count - Most);
        foreach (var key in all.Except(Of(thread))) p.Add(new MissingMail { Id = p.Given.Fresh.Id(), Tenant = thread.Tenant, Key = key, ThreadId = thread.Id });
        return thread with { Missing = all.Count == 0 ? null : string.Join(' ', all.Select(key => key.ToString(CultureInfo.InvariantCulture))) };
    }
}
