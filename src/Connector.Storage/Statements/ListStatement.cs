using System.Collections.Concurrent;

namespace Connector.Storage.Statements;

/// <summary>
/// A statement with a list of values in place of <c>{list}</c>, behind <paramref name="before"/> fixed parameters. Lists are filled up to the next power of
/// two by repeating the last value, so that few forms are ever prepared. PostgreSQL takes two and more as one array, however many: its planner then stays on the
/// index, where a long list of single values makes it read a whole young table. It plans an array anew at each use, though, so that one value is no array.
/// </summary>
internal sealed class ListStatement(string text, int before = 0)
{
    private readonly ConcurrentDictionary<int, Statement> _bySize = [];
    private readonly ListForm _form = new(text.Replace("NOT IN ({list})", $"<> ALL(${before + 1})", StringComparison.Ordinal).Replace("IN ({list})", $"= ANY(${before + 1})", StringComparison.Ordinal), before);

    public Command With(IReadOnlyCollection<Value> list, params ReadOnlySpan<Value> fixedValues)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)list.Count);
        var values = new Value[before + size];
        fixedValues.CopyTo(values);
        var at = before;
        foreach (var value in list) values[at++] = value;
        for (var last = values[at - 1]; at < values.Length; at++) values[at] = last;
        return new(_bySize.GetOrAdd(size, Make), values);
    }

    private Statement Make(int size) =>
        new(text.Replace("{list}", string.Join(", ", Enumerable.Range(before + 1, size).Select(n => $"${n}")), StringComparison.Ordinal)) { List = size == 1 || _form.Text.Contains("{list}", StringComparison.Ordinal) ? null : _form };
}

/// <summary>The same with one array, behind so many fixed parameters, in place of the list.</summary>
internal sealed record ListForm(string Text, int Before);
