using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Interactions;
using Connector.Engine.Reconciling;
using Connector.Engine.Tests.Kit;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Reconciling;

public sealed class WorkComparisonTests
{
    private static readonly Engine.Settings.Setup Setup = TestSetup.Create() with { CodeMap = new([new() { Id = 1, Tenant = "default", Instance = TestSetup.External, VendorId = "r", Code = "issue_resolved" }]) };

    private static readonly Interaction Mine = new() { Id = 7, Tenant = "default", Channel = "remote", Instance = TestSetup.External, Queue = "remote", ExternalId = "w7", ObservedRank = 5 };

    [Theory]
    [InlineData(InteractionState.New, WorkState.Queued, 5, "")]
    [InlineData(InteractionState.New, WorkState.PendingAccept, 5, "")]
    [InlineData(InteractionState.WorkInProgress, WorkState.Accepted, 5, "")]
    [InlineData(InteractionState.OnHold, WorkState.Held, 5, "")]
    [InlineData(InteractionState.WrapUp, WorkState.WrapUp, 5, "")]
    [InlineData(InteractionState.WrapUp, WorkState.Ended, 5, "")]
    [InlineData(InteractionState.New, WorkState.Ended, 5, "state Adopt")]
    [InlineData(InteractionState.WorkInProgress, WorkState.Queued, 5, "state Adopt")]
    [InlineData(InteractionState.WorkInProgress, WorkState.Held, 5, "state Send")]
    [InlineData(InteractionState.WorkInProgress, WorkState.Held, 6, "state Adopt")]
    [InlineData(InteractionState.WorkInProgress, WorkState.WrapUp, 5, "state Adopt")]
    [InlineData(InteractionState.OnHold, WorkState.Accepted, 5, "state Send")]
    [InlineData(InteractionState.OnHold, WorkState.Accepted, 6, "state Adopt")]
    [InlineData(InteractionState.OnHold, WorkState.Canceled, 5, "state Adopt")]
    [InlineData(InteractionState.WrapUp, WorkState.Accepted, 9, "state Send")]
    public void Open_StatesOfBothSides_DifferAsTheTableSays(InteractionState ours, WorkState theirs, long rank, string expected) =>
        Assert.Equal(expected, Words(Of(ours, Seen(theirs, rank))));

    [Fact]
    public void Open_ItemGone_IsReroutedOrHasEnded()
    {
        Assert.Equal("item Reroute", Words(Of(InteractionState.New, null)));
        Assert.Equal("item Adopt", Words(Of(InteractionState.OnHold, null)));
        Assert.Equal("", Words(Of(InteractionState.WrapUp, null)));
    }

    [Fact]
    public void Open_OwnerAndQueue_AreTheVendorsToSay()
    {
        var owned = Of(InteractionState.WorkInProgress, Seen(WorkState.Accepted) with { Agent = "bob" });
        Assert.Equal(("ann", "bob", RepairKind.Adopt), owned.Select(d => (d.Here!, d.There!, d.Repair)).Single());
        Assert.Equal("queue Adopt", Words(Of(InteractionState.New, Seen(WorkState.Queued) with { Agent = null, Queue = "billing" })));
    }

    [Theory]
    [InlineData("r", false, "code Confirm")]
    [InlineData(null, false, "code Send")]
    [InlineData("x", true, "code Send")]
    [InlineData("x", false, "code Adopt")]
    public void Closed_CodeAwaitsConfirmation_IsConfirmedSentOrTakenOver(string? theirs, bool byTimeout, string expected) =>
        Assert.Equal(expected, Words(WorkComparison.Of(Closed(Seen(WorkState.Ended) with { Code = theirs, CodeByTimeout = byTimeout }), Setup)));

    [Fact]
    public void Closed_StillOpenThere_IsEnded() => Assert.Equal("state End", Words(WorkComparison.Of(Closed(Seen(WorkState.Accepted)) with { Awaiting = null }, Setup)));

    [Fact]
    public void Unfinished_Call_IsNamedAndNothingIsRepairedOverItsHead()
    {
        var difference = Assert.Single(WorkComparison.Of(Both(InteractionState.OnHold, Seen(WorkState.Accepted)) with { Unfinished = "its call Hold (o-9) is still to be made" }, Setup));
        Assert.Equal(RepairKind.None, difference.Repair);
        Assert.EndsWith("; its call Hold (o-9) is still to be made", difference.Says);
    }

    [Fact]
    public void Transfer_Open_IsInMotion() => Assert.Empty(WorkComparison.Of(Both(InteractionState.WorkInProgress, Seen(WorkState.Queued)) with { TransferOpen = true }, Setup));

    [Fact]
    public void Ledger_OtherThanUsed_IsCorrected()
    {
        var differences = WorkComparison.Of(Both(InteractionState.WorkInProgress, Seen(WorkState.Accepted)) with { Ledger = ImmutableSortedDictionary<string, int>.Empty.Add("bob", 1) }, Setup);
        Assert.Equal([("ann: 0", "ann: 1"), ("bob: 1", "bob: 0")], differences.Select(d => (d.Here!, d.There!)));
    }

    [Fact]
    [Trait("Requirement", "D-81")]
    public void Capacity_OfAnAgent_IsComparedWithWhatTheyHold_AndALagIsNoError()
    {
        Interaction ours = Mine with { State = InteractionState.WorkInProgress, Owner = "ann", Size = 2 };
        Assert.Empty(CapacityComparison.Of([ours], [Seen(WorkState.Accepted)], CapacityFreed.AtAccepted));
        Assert.Equal(("agent ann", "2", "3", RepairKind.None), CapacityComparison.Of([ours], [Seen(WorkState.Accepted), Seen(WorkState.WrapUp) with { ExternalId = "w8" }], CapacityFreed.AtAccepted).Select(d => (d.Record, d.Here!, d.There!, d.Repair)).Single());
        Assert.Equal(RepairKind.Lag, Assert.Single(CapacityComparison.Of([ours], [Seen(WorkState.Accepted) with { OthersEnded = false }], CapacityFreed.AtWrapUp)).Repair);
        Assert.Empty(CapacityComparison.Of([ours], [Seen(WorkState.Accepted) with { OthersEnded = false }], CapacityFreed.AtAccepted));
    }

    private static WorkObservation Seen(WorkState state, long rank = 5) => new() { ExternalId = "w7", InteractionId = "i-7", State = state, Rank = rank, Agent = state is WorkState.Queued or WorkState.PendingAccept or WorkState.Canceled ? null : "ann", At = Scenario.Start };

    private static Compared Both(InteractionState state, WorkObservation? theirs)
    {
        var ours = Mine with { State = state, Owner = state == InteractionState.New ? null : "ann" };
        return new() { Ours = ours, Theirs = theirs, Ledger = ours.UsesCapacityOf is { } agent ? ImmutableSortedDictionary<string, int>.Empty.Add(agent, 1) : ImmutableSortedDictionary<string, int>.Empty };
    }

    private static Compared Closed(WorkObservation theirs) => new()
    {
        Ours = Mine with { State = InteractionState.ClosedComplete, Owner = "ann", Code = "issue_resolved", CodeSource = CodeSource.Agent, ClosedAt = Scenario.Start },
        Theirs = theirs,
        Awaiting = new WrapUpSegment { Id = 9, Tenant = "default", InteractionId = 7, State = SegmentState.Submitted, AwaitingConfirmation = true },
    };

    private static IReadOnlyList<Difference> Of(InteractionState state, WorkObservation? theirs) => WorkComparison.Of(Both(state, theirs), Setup);

    private static string Words(IReadOnlyList<Difference> differences) => string.Join(", ", differences.Where(d => d.Field != "owner").Select(d => $"{d.Field} {d.Repair}"));
}
