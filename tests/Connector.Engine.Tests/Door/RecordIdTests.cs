namespace Connector.Engine.Tests.Door;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("i-17", 'i', 17L)]
    [InlineData("I-17", 'i', 17L)]
    [InlineData("c-17", 'i', null)]
    [InlineData("17", 'i', null)]
    [InlineData("i-", 'i', null)]
    [InlineData("i--3", 'i', null)]
    [InlineData("i-3x", 'i', null)]
    [InlineData("i-99999999999999999999", 'i', null)]
    [InlineData(null, 'i', null)]
    public void TryParse_Text_GivesTheNumberOrNot(string? text, char letter, long? number) =>
        Assert.Equal((number is not null, number ?? 0), (RecordId.TryParse(text, letter, out var read), number is null ? 0 : read));

    [Fact]
    public void Texts_OfTheKinds_AreToldApart() => Assert.Equal(
        ["i-1", "c-1", "m-1", "q-1", "o-1", "t-1"],
        [RecordId.Interaction(1), RecordId.Case(1), RecordId.Message(1), RecordId.Quarantine(1), RecordId.Outbox(1), RecordId.Transfer(1)]);
}
