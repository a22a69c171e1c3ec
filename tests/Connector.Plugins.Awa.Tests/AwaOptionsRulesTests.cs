using Connector.Contracts;

namespace Connector.Plugins.Awa.Tests;

public sealed class AwaOptionsRulesTests
{
    [Fact]
    public void Validate_PlainOptions_NoFault() => Assert.Empty(new AwaPlugin().Validate(AwaRig.Options("ann", "bob")));

    [Fact]
    public void Validate_ManyFaults_AllAtOnceWithTheirPaths()
    {
        var options = AwaRig.Options("ann", "Ann");
        options.Queues.Add(new() { Id = "SUPPORT", Skills = [" "] });
        options.Agents[1].Queues = ["nowhere"];
        options.Agents[1].Skills = [""];
        options.Agents[1].Capacity = new Dictionary<ChannelType, int> { [ChannelType.Email] = 0, [ChannelType.Chat] = 1001 };
        string[] expected =
        [
            "Agents:1:Capacity:Chat", "Agents:1:Capacity:Email", "Agents:1:Email", "Agents:1:Id", "Agents:1:Queues:0", "Agents:1:Skills:0",
            "Queues:1:Id", "Queues:1:Skills:0",
        ];
        Assert.Equal(expected, new AwaPlugin().Validate(options).Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new AwaOptions();
        Assert.Equal(TimeSpan.FromSeconds(30), options.OfferTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), options.OfferAgainAfter);
        Assert.Equal(TimeSpan.FromDays(7), options.KeepFinished);
        Assert.False(new AgentOptions().Available);
    }
}
