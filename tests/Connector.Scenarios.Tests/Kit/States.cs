using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>The state in the store after a scenario, compared with the one it describes.</summary>
internal sealed class States(Place place, Templates templates)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task<IReadOnlyList<string>> DifferencesAsync(JsonObject? then, CancellationToken cancellation)
    {
        if (then is null) return [];
        await using var db = place.App.Store.Read();
        var faults = new List<string>();
        foreach (var (kind, expected) in then)
            faults.AddRange(Subset.Differences(Filled(expected!), await ActualAsync(db, kind, Filled(expected!), cancellation), templates, kind));
        return faults;
    }

    private async Task<JsonNode?> ActualAsync(ConnectorDb db, string kind, JsonNode expected, CancellationToken cancellation) => kind switch
    {
        "interactions" => await RecordsAsync(db.Interactions, expected, 'i', cancellation),
        "cases" => await RecordsAsync(db.Cases, expected, 'c', cancellation),
        "messages" => await RecordsAsync(db.Messages, expected, 'm', cancellation),
        "people" => await PeopleAsync(db, expected, cancellation),
        "mails" => await ListedAsync(expected, id => db.Messages.Where(m => m.InteractionId == id && m.Direction == Direction.Inbound).Select(m => m.MailId), cancellation),
        "calls" => await ListedAsync(expected, id => db.Outbox.Where(r => r.InteractionId == id && r.Destination != "mail").Select(r => r.Operation), cancellation),
        "told" => await ToldAsync(db, expected, cancellation),
        "counts" => await CountsAsync(db, cancellation),
        _ => throw new InvalidDataException($"'{kind}' is no kind of state"),
    };

    private static async Task<JsonNode> RecordsAsync<T>(IQueryable<T> table, JsonNode expected, char letter, CancellationToken cancellation)
        where T : class, IRecord
    {
        var result = new JsonObject();
        foreach (var (key, _) in expected.AsObject())
            result[key] = RecordId.TryParse(key, letter, out var id) ? JsonSerializer.SerializeToNode(await table.FirstOrDefaultAsync(r => r.Id == id, cancellation), Json) : throw new InvalidDataException($"{key} is no id");
        return result;
    }

    /// <summary>Everybody on the thread of an interaction, whole: <c>address</c> -> roles.</summary>
    private static async Task<JsonNode> PeopleAsync(ConnectorDb db, JsonNode expected, CancellationToken cancellation)
    {
        var result = new JsonObject();
        foreach (var (key, _) in expected.AsObject())
        {
            _ = RecordId.TryParse(key, 'i', out var id);
            var thread = (await db.Interactions.FirstAsync(i => i.Id == id, cancellation)).ThreadId;
            var people = await db.Participants.Where(p => p.ThreadId == thread).ToListAsync(cancellation);
            result[key] = new JsonArray([.. people.Select(p => (JsonNode)$"{p.Address} {p.Role}")]);
        }
        return result;
    }

    /// <summary>What hangs on an interaction, whole.</summary>
    private static async Task<JsonNode> ListedAsync(JsonNode expected, Func<long, IQueryable<string>> texts, CancellationToken cancellation)
    {
        var result = new JsonObject();
        foreach (var (key, _) in expected.AsObject())
            result[key] = RecordId.TryParse(key, 'i', out var id) ? new JsonArray([.. (await texts(id).ToListAsync(cancellation)).Select(t => (JsonNode)t)]) : throw new InvalidDataException($"{key} is no id");
        return result;
    }

    private static async Task<JsonNode> ToldAsync(ConnectorDb db, JsonNode expected, CancellationToken cancellation)
    {
        var result = new JsonObject();
        foreach (var (agent, _) in expected.AsObject())
            result[agent] = new JsonArray([.. (await db.Notifications.Where(n => n.Agent == agent).ToListAsync(cancellation)).Select(n => (JsonNode)n.Category)]);
        return result;
    }

    private static async Task<JsonNode> CountsAsync(ConnectorDb db, CancellationToken cancellation) => new JsonObject
    {
        ["interactions"] = await db.Interactions.CountAsync(cancellation),
        ["cases"] = await db.Cases.CountAsync(cancellation),
        ["threads"] = await db.Threads.CountAsync(cancellation),
        ["messages"] = await db.Messages.CountAsync(m => m.Kind != MessageKind.SystemNote || m.Direction == Direction.Inbound, cancellation),
        ["notes"] = await db.Messages.CountAsync(m => m.Kind == MessageKind.SystemNote && m.Direction == Direction.Inbound, cancellation),
        ["receipts"] = await db.Receipts.CountAsync(cancellation),
        ["quarantine"] = await db.Quarantine.CountAsync(cancellation),
        ["mailsOut"] = await db.Outbox.CountAsync(r => r.Destination == "mail", cancellation),
    };

    private JsonNode Filled(JsonNode expected)
    {
        if (expected is not JsonObject fields) return expected.DeepClone();
        return new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key.Contains("{{") ? templates.Fill(f.Key) : f.Key, f.Value?.DeepClone())));
    }
}
