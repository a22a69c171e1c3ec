using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Outbound;

public sealed class PreconditionTests
{
    private static readonly Interaction Known = new Scenario().Arrive() with { State = InteractionState.OnHold, Round = 2, Owner = "Ann Lee", Code = "returns = late" };

    public static TheoryData<string> Made() => ["", Precondition.InState(Known), Precondition.InRound(Known), Precondition.OwnedBy(Known), Precondition.WithCode(Known), Precondition.OwnedBy(Known with { Owner = null })];

    [Theory]
    [MemberData(nameof(Made))]
    public void Broken_OfWhatItWasMadeOf_IsNull(string precondition) =>
        Assert.Null(Precondition.Broken(precondition, precondition.EndsWith('=') ? Known with { Owner = null } : Known));

    [Fact]
    public void Broken_AnythingElse_NamesIt()
    {
        Assert.Equal("state=OnHold was assumed, it is state=New", Precondition.Broken(Precondition.InState(Known), Known with { State = InteractionState.New }));
        Assert.Equal("round=2 was assumed, it is round=12", Precondition.Broken(Precondition.InState(Known), Known with { Round = 12 }));
        Assert.Equal("owner=Ann Lee was assumed, it is owner=Ann", Precondition.Broken(Precondition.OwnedBy(Known), Known with { Owner = "Ann" }));
        Assert.Equal("owner= was assumed, it is owner=Ann Lee", Precondition.Broken(Precondition.OwnedBy(Known with { Owner = null }), Known));
        Assert.Equal("code=returns = late was assumed, it is code=", Precondition.Broken(Precondition.WithCode(Known), Known with { Code = null }));
    }
}
