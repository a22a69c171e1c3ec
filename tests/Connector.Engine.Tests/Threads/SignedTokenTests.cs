using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

public sealed class SignedTokenTests
{
    private static readonly Setup Setup = TestSetup.Create();
    private static readonly CaseThread Thread = new() { Id = 1, Tenant = "default", Channel = "support", Token = "JXA6PDRNQ2SM" };

    private static string Address => SignedTokens.Address("support@example.org", Thread, 3, Setup);

    private static string MessageId => SignedTokens.MessageId("example.org", Thread, 40, 3, Setup);

    [Fact]
    [Trait("Requirement", "D-19")]
    public void Address_ReadBack_NamesThreadAndRecipient()
    {
        Assert.StartsWith("support+jxa6pdrnq2sm.d.b", Address, StringComparison.Ordinal);
        Assert.Equal(new SignedToken("JXA6PDRNQ2SM", 3, 0), SignedTokens.ReadAddress(Address, Setup, out var forged));
        Assert.False(forged);
    }

    [Fact]
    [Trait("Requirement", "D-19")]
    public void MessageId_ReadBack_NamesThreadNumberAndRecipient()
    {
        Assert.StartsWith("jxa6pdrnq2sm.bj.d.b", MessageId, StringComparison.Ordinal);
        Assert.Equal(new SignedToken("JXA6PDRNQ2SM", 3, 40), SignedTokens.ReadMessageId(MessageId, Setup, out var forged));
        Assert.False(forged);
    }

    [Fact]
    public void Address_AnyCase_IsRead() => Assert.NotNull(SignedTokens.ReadAddress(Address.ToUpperInvariant(), Setup, out _));

    [Fact]
    public void MessageId_AnyCase_IsRead() => Assert.NotNull(SignedTokens.ReadMessageId(MessageId.ToUpperInvariant(), Setup, out _));

    [Fact]
    [Trait("Requirement", "D-19")]
    public void ReadAddress_EachCharacterChanged_IsNeverOurs()
    {
        var plus = Address.IndexOf('+') + 1;
        for (var i = plus; i < Address.LastIndexOf('@'); i++)
        {
            var changed = Address.ToCharArray();
            changed[i] = changed[i] == 'c' ? 'd' : 'c';
            Assert.Null(SignedTokens.ReadAddress(new string(changed), Setup, out _));
        }
    }

    [Fact]
    public void Read_ForgedMac_IsToldApartFromOtherForms()
    {
        Assert.Null(SignedTokens.ReadAddress(Address.Replace(".d.b", ".e.b"), Setup, out var forged));
        Assert.True(forged);
        Assert.Null(SignedTokens.ReadAddress("support+newsletter@example.org", Setup, out forged));
        Assert.False(forged);
        Assert.Null(SignedTokens.ReadMessageId("CAF12345@mail.example.com", Setup, out forged));
        Assert.False(forged);
        Assert.Null(SignedTokens.ReadMessageId("", Setup, out forged));
        Assert.False(forged);
    }

    [Fact]
    public void Read_TokenOfAnotherTenantOrKey_IsForged()
    {
        Assert.Null(SignedTokens.ReadAddress(Address, Setup with { Tenant = "other" }, out var forged));
        Assert.True(forged);
        Assert.Null(SignedTokens.ReadAddress(Address, Setup with { Signer = new TokenSigner([new SigningKey('b', new byte[32])]) }, out forged));
        Assert.True(forged);
    }

    [Fact]
    public void ReadAddress_AtAForeignDomain_IsNothing() =>
        Assert.Null(SignedTokens.ReadAddress(Address.Replace("@example.org", "@evil.example"), Setup, out _));

    [Fact]
    [Trait("Requirement", "D-19")]
    public void Read_AfterKeyRotation_PreviousKeyStillCounts()
    {
        var rotated = Setup with { Signer = new TokenSigner([new SigningKey('c', [.. Enumerable.Repeat((byte)7, 32)]), TestSetup.Key]) };
        Assert.NotNull(SignedTokens.ReadAddress(Address, rotated, out _));
        Assert.NotNull(SignedTokens.ReadMessageId(MessageId, rotated, out _));
        Assert.Contains(".d.c", SignedTokens.Address("support@example.org", Thread, 3, rotated), StringComparison.Ordinal);
    }

    [Fact]
    public void Address_LocalPart_NeverGrowsBeyond64()
    {
        var longest = new string('a', 64 - (Address.IndexOf('@') - "support".Length));
        Assert.Equal(64, SignedTokens.Address($"{longest}@example.org", Thread, 3, Setup).IndexOf('@'));
        Assert.Equal($"{longest}a@example.org", SignedTokens.Address($"{longest}a@example.org", Thread, 3, Setup));
    }

    [Fact]
    public void ReadAddress_ChannelAddressWithAPlusOfItsOwn_IsRead()
    {
        var setup = TestSetup.Create(channel: c => c with { Addresses = [$"help+{c.Id}@example.org"] });
        var address = SignedTokens.Address("help+support@example.org", Thread, 1, setup);
        Assert.NotNull(SignedTokens.ReadAddress(address, setup, out _));
        Assert.Equal("support", setup.ChannelOf("Help+Support@example.org")!.Id);
        Assert.Equal("sales", setup.ChannelOf("help+sales+spring@example.org")!.Id);
        Assert.Null(setup.ChannelOf("help@example.org"));
    }

    [Fact]
    public void LoopMarker_OursOrForged_IsToldApart()
    {
        var marker = LoopMarker.Of(Thread, Setup);
        Assert.True(LoopMarker.IsOurs(marker, Setup));
        Assert.False(LoopMarker.IsOurs(marker.Replace("jxa", "jxb"), Setup));
        Assert.False(LoopMarker.IsOurs("", Setup));
        Assert.False(LoopMarker.IsOurs("yes", Setup));
    }
}
