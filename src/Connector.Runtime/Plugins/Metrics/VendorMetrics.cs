using System.Diagnostics.Metrics;
using System.Net;

namespace Connector.Runtime.Plugins.Metrics;

/// <summary>What is counted of the calls to vendors, by instance.</summary>
internal static class VendorMetrics
{
    private static readonly Meter Meter = new("Connector.Vendors");
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("connector.vendor_calls", "{call}", "Tries of calls to vendors, by what came of them");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("connector.vendor_retries", "{call}", "Tries that repeated one before");
    private static readonly Counter<long> Throttles = Meter.CreateCounter<long>("connector.vendor_throttles", "{call}", "Calls told to wait, by the vendor or by our own budget");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("connector.vendor_tokens", "{token}", "Access tokens fetched");

    public static void Called(string instance, string method, string result) =>
        Calls.Add(1, new("instance", instance), new("method", method), new KeyValuePair<string, object?>("result", result));

    public static void Retried(string instance) => Retries.Add(1, new KeyValuePair<string, object?>("instance", instance));

    /// <param name="by"><c>vendor</c> or <c>budget</c>.</param>
    public static void Throttled(string instance, string by) => Throttles.Add(1, new("instance", instance), new KeyValuePair<string, object?>("by", by));

    public static void TokenFetched(string instance) => Tokens.Add(1, new KeyValuePair<string, object?>("instance", instance));

    public static string ClassOf(HttpStatusCode status) => status == HttpStatusCode.TooManyRequests ? "429" : $"{(int)status / 100}xx";
}
