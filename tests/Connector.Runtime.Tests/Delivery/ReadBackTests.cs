using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

public sealed class ReadBackTests
{
    [Theory]
    [InlineData(WorkOperation.Hold, WorkState.Held, true)]
    [InlineData(WorkOperation.Hold, WorkState.Accepted, false)]
    [InlineData(WorkOperation.Resume, WorkState.Accepted, true)]
    [InlineData(WorkOperation.Resume, WorkState.Held, false)]
    public void Shows_HoldAndResume_ByTheState(WorkOperation operation, WorkState state, bool shown) => Assert.Equal(shown, ReadBack.Shows(Row(operation), Seen(state)));

    [Theory]
    [InlineData(EndStage.ConversationOver, WorkState.WrapUp, true)]
    [InlineData(EndStage.Closed, WorkState.WrapUp, false)]
    [InlineData(EndStage.Closed, WorkState.Ended, true)]
    [InlineData(EndStage.Closed, WorkState.Accepted, false)]
    public void Shows_End_ByItsStage(EndStage stage, WorkState state, bool shown) => Assert.Equal(shown, ReadBack.Shows(End(stage), Seen(state)));

    [Fact]
    public void Shows_EndOfWorkThatIsGone_Yes() => Assert.True(ReadBack.Shows(End(EndStage.Closed), null));

    [Fact]
    public void Shows_WrapUp_ByTheCode()
    {
        var row = Row(WorkOperation.SetWrapUp, JsonSerializer.Serialize(new WrapUpCode("sold", null, default), OutboxJson.Default.WrapUpCode));
        Assert.True(ReadBack.Shows(row, Seen(WorkState.Ended) with { Code = "sold" }));
        Assert.False(ReadBack.Shows(row, Seen(WorkState.Ended) with { Code = "other" }));
    }

    [Fact]
    public void Shows_Transfer_ByTheTarget()
    {
        var row = Row(WorkOperation.Transfer, JsonSerializer.Serialize(new TransferTarget("second", null), OutboxJson.Default.TransferTarget));
        Assert.True(ReadBack.Shows(row, Seen(WorkState.Queued) with { Queue = "second" }));
        Assert.False(ReadBack.Shows(row, Seen(WorkState.Accepted) with { Queue = "first" }));
        Assert.False(ReadBack.Shows(row, null));
    }

    [Fact]
    public void Shows_AddMail_CannotTell() => Assert.Null(ReadBack.Shows(Row(WorkOperation.AddMail), Seen(WorkState.Queued)));

    private static OutboxRow End(EndStage stage) => Row(WorkOperation.End, JsonSerializer.Serialize(new EndPayload(stage), OutboxJson.Default.EndPayload));

    private static WorkObservation Seen(WorkState state) => new() { ExternalId = "w1", State = state, Rank = 1, At = default };

    private static OutboxRow Row(WorkOperation operation, string payload = "{}") => new()
    {
        Id = 7, Tenant = "t", InteractionId = 1, Destination = "x", LaneVersion = 1, Operation = operation.ToString(), Payload = payload, Key = "t-7", Correlation = "c",
    };
}
