using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Tests.Plugins;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>The numbers of the README beside the code, line by line in their order.</summary>
public sealed partial class ReadmeTests
{
    private static readonly Dictionary<string, double[]> Told = new()
    {
        ["`Callers`"] = [Callers.Most],
        ["`ClaimWindow`"] = [Callers.LeastAhead, Callers.MostAhead, ClaimWindow.Soon.TotalMilliseconds, ClaimWindow.Late.TotalMilliseconds, Callers.LeastAhead, Callers.Unstored],
        ["`CallPage`"] = [Serving.PageSize, CallPage.Fresh.TotalMilliseconds],
        ["`OutboxCall`"] = [CallPage.Fresh.TotalMilliseconds, CallLimit.Longest.TotalMinutes, CallLimit.Lease.TotalMinutes],
        ["`CallResults`"] = [CallResults.Most, CallResults.Enough, CallResults.Patience.TotalMilliseconds],
        ["Throttled"] = [HealthRules.ParkFrom.TotalHours],
        ["Conflict"] = [CallOutcome.MaxConflicts],
        ["Unavailable"] = [Backoff.First.TotalSeconds, Backoff.Longest.TotalMinutes, Backoff.MaxAttempts],
        ["When the host stops"] = [Dispatcher.Grace.TotalSeconds],
    };

    [Fact]
    public void Numbers_OfEveryLine_AreThoseOfTheCode()
    {
        var lines = File.ReadLines(Path.Combine(PluginSources.Root, "..", "src", "Connector.Runtime", "Delivery", "README.md"))
            .Select(line => (Name: line.TrimStart('|').Split('|', ',')[0].Trim(), Numbers: NumberPattern().Matches(line).Select(m => double.Parse(m.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))));
        Assert.Equal(Told.Select(Line), lines.Where(l => l.Numbers.Any()).Select(l => Line(new(l.Name, [.. l.Numbers]))));
    }

    private static string Line(KeyValuePair<string, double[]> told) => $"{told.Key}: {string.Join(' ', told.Value)}";

    [GeneratedRegex(@"\d[\d,]*")]
    private static partial Regex NumberPattern();
}
