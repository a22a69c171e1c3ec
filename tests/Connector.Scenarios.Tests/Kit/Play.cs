using System.Text.Json.Nodes;
using Connector.Engine.Door;
using Connector.Runtime.Intake;
using Connector.Storage.Writing;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>Plays one scenario and tells everything that is not as expected.</summary>
internal sealed class Play(ScenarioFile scenario, Place place, Templates templates, CancellationToken cancellation)
{
    private readonly List<string> _faults = [];

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        foreach (var (step, number) in scenario.Steps.Select((s, n) => (s, n + 1)))
        {
            var name = step.Key.Length > 0 ? step.Key : $"step {number}";
            if (step.Act is { } act) await ActAsync(step, act, name);
            else await MailAsync(step, name);
        }
        _faults.AddRange(await new States(place, templates).DifferencesAsync(scenario.Then, cancellation));
        return _faults;
    }

    private async Task MailAsync(Step step, string name)
    {
        var now = Times.Of(step.At, place.Now);
        var bytes = Letters.Write(step, now, templates);
        var lines = await Task.WhenAll(step.Channels.SelectMany(c => Enumerable.Range(0, step.Workers).Select(w => TakeAsync(c, w, bytes, name, now))));
        // At once means in any order: the one that was not a duplicate is the one expected.
        var decisions = lines.Select(l => JsonNode.Parse(l.ToJson())!["decision"]!.AsObject()).OrderBy(d => d["action"]!.GetValue<string>() == "duplicate").ToList();
        templates.Learn(step.Key, decisions[0]);
        Compare(step.Expect, decisions[0], name);
        foreach (var other in decisions.Skip(1)) Compare(step.ExpectOthers, other, $"{name} again");
    }

    private async Task<IngestLine> TakeAsync(string channel, int worker, byte[] bytes, string name, DateTimeOffset now)
    {
        using var intake = place.IntakeAt(now);
        return await intake.TakeAsync(channel, bytes, $"{name}/{worker}", cancellation);
    }

    private async Task ActAsync(Step step, ScenarioAct act, string name)
    {
        var now = Times.Of(step.At, place.Now);
        var outcome = await place.App.Door.HandleAsync(Acts.Input(act, now, place.App.Setup, templates), Urgency.Command, cancellation);
        var result = Acts.Result(outcome);
        templates.Learn(step.Key, result);
        Compare(step.Expect ?? new JsonObject { ["refused"] = null }, result, name);
    }

    private void Compare(JsonObject? expected, JsonObject actual, string name)
    {
        if (expected is null) return;
        var differences = Subset.Differences(expected, actual, templates, name).ToList();
        if (differences.Count > 0) _faults.Add($"{string.Join("\n", differences)}\n  in {actual.ToJsonString()}");
    }
}

/// <summary>Business times as scenarios write them.</summary>
internal static class Times
{
    public static DateTimeOffset Of(string written, DateTimeOffset start) => char.IsAsciiLetter(written[^1]) && written[^1] != 'Z'
        ? start + Connector.Runtime.Settings.Period.Parse(written)
        : DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
