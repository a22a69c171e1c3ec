using System.Globalization;
using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Outbound;

/// <summary>Results that are decided by the row alone come to the same as with the whole conversation at hand.</summary>
public sealed class RowAloneTests
{
    private static readonly DateTimeOffset Later = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly CallResult[] Results =
    [
        new CallResult.Succeeded(), new CallResult.Succeeded(Answer: "w1"), new CallResult.Succeeded("w2"), new CallResult.Later("busy", Later), new CallResult.Later("lost", Later) { DoubtSince = Later },
        new CallResult.Failed("no"), new CallResult.Refused("not now"), new CallResult.Superseded("state=New"),
    ];

    public static TheoryData<string, int> EveryCall()
    {
        var all = new TheoryData<string, int>();
        foreach (var operation in Enum.GetNames<WorkOperation>().Append(MailOperation.Send))
            for (var result = 0; result < Results.Length; result++) all.Add(operation, result);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public void Decide_ByTheRowAlone_IsWhatTheConversationWouldMakeOfIt(string operation, int result)
    {
        var s = new Scenario();
        var id = s.Answered();
        var row = s.Outbox(id).First(r => r.State == OutboxState.Waiting) with { Operation = operation, State = OutboxState.Started, Attempts = 1, MessageId = null };
        var input = new CallFinished { At = s.Now, By = Actor.OfInstance("awa"), Correlation = "c", OutboxId = row.Id, Called = row, Attempt = 1, Result = Results[result] };
        if (new EngineRules().LookUpFor(input) is not LookUp.Outbox { Alone: true }) return;
        Assert.False(CodeCalls.Concerns(row));
        Assert.NotEqual(MailOperation.Send, operation);
        Assert.Equal(Came(s, input, s.Door.Known(input with { Called = null }) with { Outbox = row }), Came(s, input, new() { Outbox = row }));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void LookUpFor_Hold_NeedsTheConversationForWhatOthersLearnOfIt(int result, bool alone)
    {
        var row = new OutboxRow { Id = 1, Tenant = "default", InteractionId = 2, Destination = "awa", LaneVersion = 1, Operation = nameof(WorkOperation.Hold), Payload = "{}", Key = "k", Correlation = "c" };
        Assert.Equal(alone, Alone(row));
        Assert.False(Alone(row with { TransferId = 3 }));
        Assert.False(Alone(row with { SegmentId = 3 }));
        Assert.False(Alone(row with { Operation = MailOperation.Send }));
        Assert.False(Alone(null));

        bool Alone(OutboxRow? called) =>
            new EngineRules().LookUpFor(new CallFinished { At = Later, By = Actor.OfInstance("awa"), Correlation = "c", OutboxId = 1, Called = called, Result = Results[result] }) is LookUp.Outbox { Alone: true };
    }

    /// <summary>All that is stored; only the thread of a line in the stream is not known without it.</summary>
    private static string Came(Scenario s, CallFinished input, Known known)
    {
        var outcome = new EngineRules().Decide(input, known, new(s.Door.Setup, new CountingFresh()));
        return string.Create(CultureInfo.InvariantCulture, $"{outcome.Answer} {JsonSerializer.Serialize(outcome.Inserts.Select(row => row is Activity line ? line with { ThreadId = null } : row))} {JsonSerializer.Serialize(outcome.Updates.Cast<object>())}");
    }
}
