using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Host.Json;

namespace Connector.Host.Logging;

/// <summary>Writes events as lines. A log that cannot be written stops nothing.</summary>
internal sealed class LogLines(TextWriter to, bool json, TimeProvider time, Redaction redaction)
{
    private readonly Lock _gate = new();

    public void Write(LogEvent happened)
    {
        var line = redaction.Apply(json ? Json(happened) : Text(happened));
        lock (_gate)
        {
            try
            {
                to.WriteLine(line);
            }
            catch (IOException)
            {
                // Nobody reads any more.
            }
        }
    }

    public void Flush()
    {
        lock (_gate) to.Flush();
    }

    private string Text(LogEvent e)
    {
        var correlation = e.Fields.FirstOrDefault(f => f.Key == "Correlation").Value;
        var failure = e.Failure is null ? "" : $" | {Flat(e.Failure.ToString())}";
        var trail = correlation is null || e.Message.Contains(correlation.ToString()!, StringComparison.Ordinal) ? "" : $" [{correlation}]";
        return $"{Now()} {Level(e.Level)} {Short(e.Category)}: {Flat(e.Message)}{trail}{failure}";
    }

    private string Json(LogEvent e)
    {
        var line = new JsonObject
        {
            ["time"] = Now(),
            ["level"] = e.Level.ToString(),
            ["category"] = e.Category,
            ["event"] = e.Id,
            ["message"] = e.Message,
        };
        foreach (var (name, value) in e.Fields) line[Camel(name)] = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (e.Failure is not null) line["failure"] = e.Failure.ToString();
        return ConnectorJson.Line(line);
    }

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit ",
        LogLevel.Error => "error",
        LogLevel.Warning => "warn ",
        _ => "info ",
    };

    private static string Short(string category) => category[(category.LastIndexOf('.') + 1)..];

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Flat(string text) => text.ReplaceLineEndings(" / ");
}
