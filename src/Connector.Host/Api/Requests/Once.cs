using System.Text.Json;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Threads;
using Connector.Host.Operations;
using Connector.Host.Operations.Clock;
using Connector.Host.Operations.Codes;
using Connector.Host.Operations.Keys;
using Connector.Host.Operations.Outbox;
using Connector.Host.Operations.Quarantine;
using Connector.Runtime.Reconciling;
using Connector.Runtime.Sweeps;
using Connector.Storage.Rows;

namespace Connector.Host.Api.Requests;

/// <summary>
/// A request under an idempotency key, on its way. Its first command stores the record together with its effects, so that no kill can part the two; a
/// request whose answer was lost is answered from what its command came to, and the command is not given again.
/// </summary>
internal sealed class Once(IdempotencyRecord record, Seal seal, string? cameTo)
{
    private static readonly Type[] Results =
    [
        typeof(CommandResult), typeof(CaseResult), typeof(MergeResult), typeof(MessageResult), typeof(ParticipantResult), typeof(MailDecision),
        typeof(OperationResult), typeof(GivenAll), typeof(NewKey), typeof(ReleaseResult), typeof(Upserted), typeof(SyncView), typeof(Looks), typeof(SweepReport), typeof(ReconciliationReport), typeof(ClockMove),
    ];
    private static readonly object Item = new();
    private bool _given;

    public static Once? Of(HttpContext http) => http.Items[Item] as Once;

    public void Accompany(HttpContext http) => http.Items[Item] = this;

    /// <summary>What the first command of this request came to before its answer was lost; null: it is to be given.</summary>
    public Answer? Recall() => IsLost ? new Answer.Done(Read(cameTo!)) : null;

    /// <summary>The same of an administrator's act.</summary>
    public T? Recall<T>()
        where T : class => IsLost ? Read(cameTo!) as T ?? throw new InvalidOperationException($"the first act of this request came to '{cameTo}', not to a {typeof(T).Name}") : null;

    /// <summary>The record as it is stored beside what the first command did.</summary>
    public IEnumerable<object> Beside(Outcome outcome) => outcome.Answer is Answer.Done done ? Beside(done.Result) : [];

    /// <summary>The same beside what an administrator's act came to.</summary>
    public IEnumerable<object> Beside(object? result) => !_given && cameTo is null ? [record with { Status = 0, Answer = seal.Close(Write(result)) }] : [];

    /// <summary>The record of the answer as it is given.</summary>
    public IdempotencyRecord Answered(int status, string body) => record with { Status = status, Answer = seal.Close(body) };

    /// <summary>The first command has been given, or recalled.</summary>
    public void Given() => _given = true;

    private bool IsLost => cameTo is not null && !_given;

    private static string Write(object? result) => result is not null && Results.Contains(result.GetType())
        ? $"{result.GetType().Name} {JsonSerializer.Serialize(result, result.GetType(), Json.ConnectorJson.Options)}"
        : "";

    private static object? Read(string text) => Array.Find(Results, r => text.StartsWith(r.Name + " ", StringComparison.Ordinal)) is { } type
        ? JsonSerializer.Deserialize(text[type.Name.Length..], type, Json.ConnectorJson.Options)
        : null;
}
