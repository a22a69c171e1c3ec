using System.Text.Json;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Storage.Rows;

namespace Connector.Host.Api.Requests;

/// <summary>
/// A request under an idempotency key, on its way. Its first command stores the record together with its effects, so that no kill can part the two; a
/// request whose answer was lost is answered from what its command came to, and the command is not given again.
/// </summary>
internal sealed class Once(IdempotencyRecord record, string? cameTo)
{
    private static readonly Type[] Results = [typeof(CommandResult), typeof(CaseResult), typeof(MergeResult), typeof(MessageResult), typeof(ParticipantResult)];
    private static readonly object Item = new();
    private bool _given;

    public static Once? Of(HttpContext http) => http.Items[Item] as Once;

    public void Accompany(HttpContext http) => http.Items[Item] = this;

    /// <summary>What the first command of this request came to before its answer was lost; null: it is to be given.</summary>
    public Answer? Recall() => cameTo is null || _given ? null : Read(cameTo);

    /// <summary>The record as it is stored beside what the first command did.</summary>
    public IEnumerable<object> Beside(Outcome outcome) => !_given && cameTo is null && outcome.Answer is Answer.Done done ? [record with { Status = 0, Answer = Write(done) }] : [];

    /// <summary>The first command has been given, or recalled.</summary>
    public void Given() => _given = true;

    private static string Write(Answer.Done done) => done.Result is { } result && Results.Contains(result.GetType())
        ? $"{result.GetType().Name} {JsonSerializer.Serialize(result, result.GetType(), Json.ConnectorJson.Options)}"
        : "";

    private static Answer.Done Read(string text) => Array.Find(Results, r => text.StartsWith(r.Name + " ", StringComparison.Ordinal)) is { } type
        ? new Answer.Done(JsonSerializer.Deserialize(text[type.Name.Length..], type, Json.ConnectorJson.Options))
        : new Answer.Done();
}
