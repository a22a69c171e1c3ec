using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="ICheck"/></summary>
public abstract class CheckContract : AdapterContract
{
    [Fact]
    public async Task Check_HealthyVendor_EveryProbeIsNamedAndFine()
    {
        var (rig, check) = await WithAsync<ICheck>();
        await using var _ = rig;
        var probes = new List<Probe>();
        await foreach (var probe in check.CheckAsync(Cancellation))
            probes.Add(probe);
        Assert.NotEmpty(probes);
        Assert.All(probes, p => Assert.True(p.Ok, $"{p.Name}: {p.Detail}"));
        Assert.Equal(probes.Count, probes.Select(p => p.Name).Distinct().Count());
    }
}
