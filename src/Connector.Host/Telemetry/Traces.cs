using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Connector.Host.Telemetry;

/// <summary>Sends traces by OTLP, when the standard variables name where to; else none are made.</summary>
internal static class Traces
{
    private static readonly string[] Where = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    public static IDisposable? Start(IReadOnlyDictionary<string, string> environment) =>
        !Where.Any(environment.ContainsKey) || environment.GetValueOrDefault("OTEL_SDK_DISABLED") is "true"
            ? null
            : Sdk.CreateTracerProviderBuilder().AddSource("Connector.*").AddOtlpExporter().Build();
}
