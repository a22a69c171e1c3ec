using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Engine.Transfers;
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

    [Theory]
    [InlineData("v-sold", true)]
    [InlineData("sold", false)]
    [InlineData(null, false)]
    public void Shows_WrapUp_ByTheVendorsCode(string? shown, bool effect) =>
        Assert.Equal(effect, ReadBack.Shows(Row(WorkOperation.SetWrapUp), Seen(WorkState.Ended) with { Code = shown }, "v-sold"));

    [Fact]
    public void Transfer_MadeFailedNotMadeOrUnknown_IsSettledEachInItsWay()
    {
        var order = new TransferOrder("second", null, null, "ann", Now, Now.AddMinutes(1));
        var before = Seen(WorkState.Accepted) with { Agent = "ann", Queue = "first" };
        Assert.IsType<CallResult.Succeeded>(ReadBack.Transfer(order, Seen(WorkState.Queued) with { Queue = "second" }, Now));
        Assert.IsType<CallResult.Refused>(ReadBack.Transfer(order, before with { Transfer = new("t", ObservedTransferState.Failed, "second", null, Now) }, Now));
        Assert.Null(ReadBack.Transfer(order, before, Now));
        Assert.IsType<CallResult.Superseded>(ReadBack.Transfer(order, before, Now.AddMinutes(1)));
        Assert.IsType<CallResult.Later>(ReadBack.Transfer(order, Seen(WorkState.Queued) with { Queue = "third" }, Now));
        Assert.IsType<CallResult.Superseded>(ReadBack.Transfer(order, null, Now));
    }

    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Shows_AddMail_CannotTell() => Assert.Null(ReadBack.Shows(Row(WorkOperation.AddMail), Seen(WorkState.Queued)));

    private static OutboxRow End(EndStage stage) => Row(WorkOperation.End, JsonSerializer.Serialize(new EndPayload(stage), OutboxJson.Default.EndPayload));

    private static WorkObservation Seen(WorkState state) => new() { ExternalId = "w1", State = state, Rank = 1, At = default };

    private static OutboxRow Row(WorkOperation operation, string payload = "{}") => new()
    {
        Id = 7, Tenant = "t", InteractionId = 1, Destination = "x", LaneVersion = 1, Operation = operation.ToString(), Payload = payload, Key = "t-7", Correlation = "c",
    };
}
