using System.Globalization;
using System.Text.Json;
using Connector.Engine.Cases;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Seeding;

/// <summary>Everything wrong with a seed file, at once: field, value and what is allowed.</summary>
internal static class SeedFaults
{
    public static IEnumerable<string> Of(SeedFile file, Setup setup)
    {
        string[] threads = [.. file.Threads.Select(t => t.Key)];
        string[] cases = [.. file.Cases.Select(c => c.Key)];
        string[] interactions = [.. file.Interactions.Select(i => i.Key)];
        return Doubled([.. threads, .. cases, .. interactions, .. file.Messages.Select(m => m.Key)])
            .Concat(file.Agents.SelectMany(a => OneOf<AgentRole>($"agents[{a.Id}].role", a.Role)))
            .Concat(file.Threads.SelectMany(t => Known($"threads[{t.Key}].channel", t.Channel, setup.Channels.Keys)))
            .Concat(file.Cases.SelectMany(c => CaseFaults(c, threads, cases, setup)))
            .Concat(file.Interactions.SelectMany(i => InteractionFaults(file, i, threads, cases, interactions, setup)))
            .Concat(file.Messages.SelectMany(m => MessageFaults(m, threads, interactions)));
    }

    public static bool TryNumber(JsonElement? number, out long value)
    {
        value = 0;
        return number is { ValueKind: JsonValueKind.Number } n && n.TryGetInt64(out value)
            || number is { ValueKind: JsonValueKind.String } s && long.TryParse(s.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static IEnumerable<string> CaseFaults(SeedCase c, string[] threads, string[] cases, Setup setup)
    {
        var at = $"cases[{c.Key}]";
        if (c.Number is not null && !TryNumber(c.Number, out _)) yield return $"{at}.number: '{c.Number}' is not digits";
        if (c.Thread is null && c.Channel is null) yield return $"{at}: a thread or a channel is needed";
        foreach (var fault in Known($"{at}.thread", c.Thread, threads).Concat(Known($"{at}.channel", c.Channel, setup.Channels.Keys)).Concat(OneOf<CaseState>($"{at}.state", c.State))
            .Concat(Known($"{at}.mergedInto", c.MergedInto, cases)).Concat(Known($"{at}.followUpOf", c.FollowUpOf, cases))) yield return fault;
    }

    private static IEnumerable<string> InteractionFaults(SeedFile file, SeedInteraction i, string[] threads, string[] cases, string[] interactions, Setup setup)
    {
        var at = $"interactions[{i.Key}]";
        if (i.Owner is null && file.Cases.FirstOrDefault(c => c.Key == i.Case)?.Assignee is null && i.State is not (null or "New" or "ClosedAbandoned" or "ClosedComplete")) yield return $"{at}.owner: needed in state {i.State}";
        foreach (var fault in Known($"{at}.thread", i.Thread, threads).Concat(Known($"{at}.case", i.Case, cases)).Concat(Known($"{at}.channel", i.Channel, setup.Channels.Keys))
            .Concat(Known($"{at}.refersTo", i.RefersTo, interactions)).Concat(OneOf<InteractionState>($"{at}.state", i.State)).Concat(OneOf<Direction>($"{at}.direction", i.Direction))) yield return fault;
    }

    private static IEnumerable<string> MessageFaults(SeedMessage m, string[] threads, string[] interactions)
    {
        var at = $"messages[{m.Key}]";
        if (m.MessageId is not null && m.Sign is not null) yield return $"{at}: messageId and sign exclude each other";
        foreach (var fault in Known($"{at}.thread", m.Thread, threads).Concat(Known($"{at}.interaction", m.Interaction, interactions))
            .Concat(OneOf<Direction>($"{at}.direction", m.Direction)).Concat(OneOf<Messages.Visibility>($"{at}.visibility", m.Visibility))) yield return fault;
    }

    private static IEnumerable<string> Doubled(string[] keys) =>
        keys.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"key '{g.Key}' is used {g.Count()} times");

    private static IEnumerable<string> Known(string field, string? value, IEnumerable<string> known) =>
        value is null || known.Contains(value, StringComparer.OrdinalIgnoreCase) ? [] : [$"{field}: '{value}' is none of {string.Join(", ", known)}"];

    private static IEnumerable<string> OneOf<T>(string field, string? value) where T : struct, Enum =>
        value is null || Enum.TryParse<T>(value, ignoreCase: true, out _) ? [] : [$"{field}: '{value}' is none of {string.Join(", ", Enum.GetNames<T>())}"];
}
