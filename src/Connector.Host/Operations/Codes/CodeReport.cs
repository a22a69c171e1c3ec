using Connector.Engine.Interactions;
using Connector.Runtime.Settings;
using Connector.Storage;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Codes;

/// <summary>Which closures to count: those of a period, of one channel or instance.</summary>
internal sealed record CodeReportFilter(DateTimeOffset From, DateTimeOffset To, string? Channel = null, string? Instance = null)
{
    public static readonly TimeSpan Last = TimeSpan.FromDays(30);

    /// <summary>From and to, or the last so long up to now; without either the last 30 days.</summary>
    public static CodeReportFilter Of(DateTimeOffset? from, DateTimeOffset? to, string? last, string? channel, string? instance, DateTimeOffset now)
    {
        if (last is not null && from is not null) throw OperationRefusedException.Invalid("last", "give either last or from");
        var length = last is null ? Last : Period.TryParse(last, out var period) && period > TimeSpan.Zero ? period : throw OperationRefusedException.Invalid("last", $"a period longer than zero, like 30d or 12h, was '{last}'");
        var until = to ?? now;
        var since = from ?? until - length;
        return since < until ? new(since, until, channel, instance) : throw OperationRefusedException.Invalid("from", $"must be before to ({until:u}), was {since:u}");
    }
}

/// <summary>Closures by code and by who gave it, with shares of all that closed; those without a code with their reason.</summary>
/// <param name="Undocumented">Closed with neither a code nor a reason: there must be none.</param>
internal sealed record CodeReport(
    DateTimeOffset From, DateTimeOffset To, int Closed, IReadOnlyList<CodeShare> ByCode, IReadOnlyList<SourceShare> BySource, IReadOnlyList<GroupShare> ByGroup,
    IReadOnlyList<CodeSourceCount> ByCodeAndSource, IReadOnlyList<ReasonShare> WithoutCode, int Undocumented);

internal sealed record CodeShare(string Code, string? Label, int Count, double Share);

internal sealed record SourceShare(CodeSource Source, int Count, double Share);

/// <summary>Agent, Automatic (a case was made, inactivity) or Timeout (ours, the safety net's, the vendor's).</summary>
internal sealed record GroupShare(string Group, int Count, double Share);

internal sealed record CodeSourceCount(string Code, CodeSource Source, int Count);

internal sealed record ReasonShare(string Reason, int Count, double Share);

internal sealed class CodeReportReading(Store store)
{
    public async Task<CodeReport> ReadAsync(CodeReportFilter filter, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var closed = db.Interactions.Where(i => i.Tenant == store.Tenant && i.ClosedAt >= filter.From && i.ClosedAt < filter.To);
        if (filter.Channel is not null) closed = closed.Where(i => i.Channel == filter.Channel);
        if (filter.Instance is not null) closed = closed.Where(i => i.Instance == filter.Instance);
        var counts = await closed.GroupBy(i => new { i.Code, i.CodeSource, i.NoCodeReason }).Select(g => new { g.Key.Code, g.Key.CodeSource, g.Key.NoCodeReason, Count = g.Count() }).ToListAsync(cancellation);
        var labels = (await store.Codes.ReadAsync(null, cancellation)).Codes;
        return Of(filter, [.. counts.Select(c => new Count(c.Code, c.CodeSource, c.NoCodeReason, c.Count))], code => labels.GetValueOrDefault(code)?.Label);
    }

    private static CodeReport Of(CodeReportFilter filter, IReadOnlyList<Count> counts, Func<string, string?> labelOf)
    {
        var all = counts.Sum(c => c.Number);
        var coded = counts.Where(c => c.Code is not null).ToList();
        double Share(int count) => Math.Round((double)count / all, 4);
        return new(
            filter.From, filter.To, all,
            [.. coded.GroupBy(c => c.Code!).Select(g => (Code: g.Key, Count: g.Sum(c => c.Number))).OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal).Select(c => new CodeShare(c.Code, labelOf(c.Code), c.Count, Share(c.Count)))],
            [.. coded.Where(c => c.Source is not null).GroupBy(c => c.Source!.Value).Select(g => (Source: g.Key, Count: g.Sum(c => c.Number))).OrderByDescending(s => s.Count).ThenBy(s => s.Source).Select(s => new SourceShare(s.Source, s.Count, Share(s.Count)))],
            [.. coded.Where(c => c.Source is not null).GroupBy(c => GroupOf(c.Source!.Value)).Select(g => (Group: g.Key, Count: g.Sum(c => c.Number))).OrderByDescending(g => g.Count).ThenBy(g => g.Group, StringComparer.Ordinal).Select(g => new GroupShare(g.Group, g.Count, Share(g.Count)))],
            [.. coded.Where(c => c.Source is not null).OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Source).Select(c => new CodeSourceCount(c.Code!, c.Source!.Value, c.Number))],
            [.. counts.Where(c => c.Code is null && c.Reason is not null).GroupBy(c => c.Reason!).Select(g => (Reason: g.Key, Count: g.Sum(c => c.Number))).OrderByDescending(r => r.Count).Select(r => new ReasonShare(r.Reason, r.Count, Share(r.Count)))],
            counts.Where(c => c.Code is null && c.Reason is null).Sum(c => c.Number));
    }

    private static string GroupOf(CodeSource source) => source switch
    {
        CodeSource.Agent => "Agent",
        CodeSource.CaseCreated or CodeSource.Inactivity => "Automatic",
        _ => "Timeout",
    };

    private sealed record Count(string? Code, CodeSource? Source, string? Reason, int Number);
}
