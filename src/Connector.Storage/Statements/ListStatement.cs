using System.Collections.Concurrent;

namespace Connector.Storage.Statements;

/// <summary>A statement with a list of values in place of <c>{list}</c>, behind <paramref name="before"/> fixed parameters. Lists are filled up to the
/// next power of two by repeating the last value, so that few forms are ever prepared.</summary>
internal sealed class ListStatement(string text, int before = 0)
{
    private readonly ConcurrentDictionary<int, Statement> _bySize = [];

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
        new(text.Replace("{list}", string.Join(", ", Enumerable.Range(before + 1, size).Select(n => $"${n}")), StringComparison.Ordinal));
}
