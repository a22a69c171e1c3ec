using Connector.Contracts;
using Connector.Engine.Door;

namespace Connector.Engine.Codes;

/// <summary>Compares what a vendor shows with what it showed last: news is written down, the settings' mapping is taken up, unmapped codes are imported as external.</summary>
internal static class CatalogueReadRules
{
    public static Outcome Decide(CatalogueRead input, Known known, Given given)
    {
        var work = new CatalogueWork(known.Catalogue!, input, given);
        if (Emptied(work, input) is { } fault) return new Outcome(new Answer.Refused(RuleNames.EmptyCatalogue, fault));
        var news = new List<CatalogueNews>();
        if (input.Codes is { } codes) Compare(work, input.Instance, EntryKind.Code, [.. codes.Select(Seen.Of)], news);
        if (input.Queues is { } queues) Compare(work, input.Instance, EntryKind.Queue, [.. queues.Select(Seen.Of)], news);
        if (input.Agents is { } agents) Compare(work, input.Instance, EntryKind.Agent, [.. agents.Select(Seen.Of)], news);
        if (input.Codes is not null) TakeUp(work, input);
        var result = new CatalogueResult(input.Instance, news, work.Lines);
        return work.Close(work.Lines == 0 && news.Count == 0 ? new Answer.Nothing("nothing has changed at the vendor", result) : new Answer.Done(result));
    }

    /// <summary>A list that was there and is empty now is mostly one that we may no longer see: nothing is taken for deleted.</summary>
    private static string? Emptied(CatalogueWork work, CatalogueRead input)
    {
        foreach (var (kind, count) in new (EntryKind, int?)[] { (EntryKind.Code, input.Codes?.Count), (EntryKind.Queue, input.Queues?.Count), (EntryKind.Agent, input.Agents?.Count) })
            if (count == 0 && work.Catalogue.EntriesOf(input.Instance, kind).Count(e => e.IsThere) is > 0 and var before)
                return $"instance '{input.Instance}' shows no {kind.ToString().ToLowerInvariant()}s where it showed {before}: permission lost? Nothing was changed";
        return null;
    }

    private static void Compare(CatalogueWork work, string instance, EntryKind kind, IReadOnlyList<Seen> seen, List<CatalogueNews> news)
    {
        var before = work.Catalogue.EntriesOf(instance, kind).ToDictionary(e => e.VendorId, StringComparer.Ordinal);
        var first = before.Count == 0;
        foreach (var now in seen.DistinctBy(s => s.VendorId))
            if (before.Remove(now.VendorId, out var entry)) Again(work, entry, now, news);
            else New(work, instance, kind, now, first, news);
        foreach (var gone in before.Values.Where(e => e.IsThere)) Gone(work, gone, news);
    }

    /// <summary>What is there at the first look is taken as known; a code that work was closed with before is known by our label.</summary>
    private static void New(CatalogueWork work, string instance, EntryKind kind, Seen now, bool first, List<CatalogueNews> news)
    {
        var mapped = kind == EntryKind.Code ? work.Catalogue.MappingsOf(instance).FirstOrDefault(m => m.VendorId == now.VendorId) : null;
        var entry = work.Keep(new VendorEntry
        {
            Id = 0, Tenant = "", Instance = instance, Kind = kind, VendorId = now.VendorId, Name = now.Name, Detail = now.Detail,
            KnownName = mapped?.Label ?? (first && kind != EntryKind.Code ? now.Name : null), KnownOffered = mapped is not null,
        });
        if (first) return;
        news.Add(new(kind, "Added", now.VendorId, null, entry.Name));
        work.Log($"Vendor{kind}Added", $"seen at instance {instance}", after: entry.ToString());
    }

    private static void Again(CatalogueWork work, VendorEntry entry, Seen now, List<CatalogueNews> news)
    {
        var after = entry with { Name = now.Name, Detail = now.Detail, GoneAt = null };
        if (after == entry) return;
        work.Keep(after);
        var what = !entry.IsThere ? "Returned" : entry.Name != after.Name ? "Renamed"
            : entry.Kind != EntryKind.Code || entry.IsOffered == after.IsOffered ? null : after.IsOffered ? "OfferedAgain" : "Retired";
        if (what is null) return;
        news.Add(new(entry.Kind, what, entry.VendorId, entry.Name, after.Name));
        work.Log($"Vendor{entry.Kind}{what}", $"seen at instance {entry.Instance}", entry.ToString(), after.ToString());
    }

    private static void Gone(CatalogueWork work, VendorEntry entry, List<CatalogueNews> news)
    {
        work.Keep(entry with { GoneAt = work.Now });
        news.Add(new(entry.Kind, "Deleted", entry.VendorId, entry.Name, null));
        work.Log($"Vendor{entry.Kind}Deleted", $"seen at instance {entry.Instance}", entry.ToString());
    }

    private static void TakeUp(CatalogueWork work, CatalogueRead input)
    {
        foreach (var (key, wanted) in input.Named.OrderBy(n => n.Key, StringComparer.Ordinal))
            if (work.Catalogue.Code(key) is not null && !work.Catalogue.MappingsOf(input.Instance).Any(m => m.Code == key)
                && work.Catalogue.Entry(input.Instance, EntryKind.Code, wanted) is { IsThere: true } named)
                MappingRules.Point(work, input.Instance, "", named.VendorId, key, $"Instances:{input.Instance}:Codes names it");
        foreach (var entry in work.Catalogue.EntriesOf(input.Instance, EntryKind.Code).Where(e => e.IsThere).OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.VendorId, StringComparer.Ordinal).ToList())
            if (!work.Catalogue.MappingsOf(input.Instance).Any(m => m.VendorId == entry.VendorId) && !Twins.IsWaiting(work.Catalogue, entry))
                CodeImport.Take(work, input.Instance, entry.VendorId, entry.Name, entry.IsOffered, $"instance {input.Instance} has it and it is mapped to none of ours");
    }
}

/// <summary>A vendor's code and a code of ours with one name: mapped by the plan, after somebody has looked, never silently.</summary>
internal static class Twins
{
    public static CatalogueCode? Of(Catalogue catalogue, VendorEntry entry) => catalogue.Named(entry.Name) is { Origin: not CodeOrigin.External } code
        && !catalogue.MappingsOf(entry.Instance).Any(m => m.Code == code.Key) ? code : null;

    public static bool IsWaiting(Catalogue catalogue, VendorEntry entry) => entry.IsOffered && Of(catalogue, entry) is not null;
}

/// <summary>An item of a vendor's list in our words.</summary>
internal sealed record Seen(string VendorId, string Name, string? Detail)
{
    public static Seen Of(VendorCode c) => new(c.Id, c.Name, c.Queues is null ? null : string.Join(' ', c.Queues.Order(StringComparer.Ordinal)));

    public static Seen Of(VendorQueue q) => new(q.Id, q.Name, q.WrapUpTimeout is { } t ? ((long)t.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture) : null);

    public static Seen Of(VendorAgent a) => new(a.Id, a.Name, a.Email?.ToLowerInvariant());
}

/// <summary>What a look at the vendor came to. <paramref name="Changes"/> counts the lines written.</summary>
public sealed record CatalogueResult(string Instance, IReadOnlyList<CatalogueNews> News, int Changes);

/// <summary>One thing that is otherwise at the vendor than it was at the last look: Added, Renamed, Retired, OfferedAgain, Deleted, Returned.</summary>
public sealed record CatalogueNews(EntryKind Kind, string What, string VendorId, string? Before, string? After);
