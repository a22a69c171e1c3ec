using System.Diagnostics.Metrics;

namespace Connector.Runtime.Plugins.Metrics;

/// <summary>Our own writes that came back as events of the vendor: those that were known as such, and those that nearly were taken for news.</summary>
public static class EchoMetrics
{
    private static readonly Meter Meter = new("Connector.Echoes");
    private static readonly Counter<long> Suppressions = Meter.CreateCounter<long>("connector.echo_suppressed", "{event}", "Our own writes that came back and caused none");
    private static readonly Counter<long> NearMisses = Meter.CreateCounter<long>("connector.echo_near_misses", "{event}", "Our own writes that came back and were not plainly known as such");

    /// <summary>An observation was equal to what we wrote ourselves.</summary>
    public static void Suppressed(string instance, long count = 1) => Suppressions.Add(count, new KeyValuePair<string, object?>("instance", instance));

    /// <summary>An observation of the instance would have caused a write back to it, which its origin forbade.</summary>
    public static void NearMiss(string instance, long count = 1) => NearMisses.Add(count, new KeyValuePair<string, object?>("instance", instance));
}
