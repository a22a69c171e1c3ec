using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Connector.Host.Api.Metrics;

/// <summary>The values of one instrument, by their labels.</summary>
internal sealed class Series(Instrument instrument)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (double Sum, long Count)> _values = new(StringComparer.Ordinal);
    private readonly Kind _kind = KindOf(instrument);

    private enum Kind
    {
        Counter,
        Gauge,
        Summary,
    }

    public string Name { get; } = NameOf(instrument.Name) + (KindOf(instrument) == Kind.Counter ? "_total" : instrument.Unit is "s" or "By" ? $"_{(instrument.Unit == "s" ? "seconds" : "bytes")}" : "");

    public static string NameOf(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public void Record(double value, string labels)
    {
        lock (_gate)
        {
            var before = _values.GetValueOrDefault(labels);
            _values[labels] = Replaces ? (value, 1) : (before.Sum + value, before.Count + 1);
        }
    }

    public void Write(StringBuilder text)
    {
        lock (_gate)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {(instrument.Description ?? "").Replace('\n', ' ')}\n# TYPE {Name} {_kind.ToString().ToLowerInvariant()}\n");
            foreach (var (labels, (sum, count)) in _values)
                if (_kind == Kind.Summary) Line(text, $"{Name}_sum", labels, sum).Append(CultureInfo.InvariantCulture, $"{Name}_count{Braced(labels)} {count}\n");
                else Line(text, Name, labels, sum);
        }
    }

    /// <summary>Observed instruments tell their whole value each time; an up-down counter its changes.</summary>
    private bool Replaces => instrument.IsObservable || instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>);

    private static StringBuilder Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(labels)} {value}\n");

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static Kind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        if (type == typeof(Counter<>) || type == typeof(ObservableCounter<>)) return Kind.Counter;
        return type == typeof(Histogram<>) ? Kind.Summary : Kind.Gauge;
    }
}
