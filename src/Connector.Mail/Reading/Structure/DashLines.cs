namespace Connector.Mail.Reading.Structure;

/// <summary>Where lines begin with two dashes: all that can be a boundary, found in one pass over the mail.</summary>
internal sealed class DashLines
{
    private const int Most = 2_000_000;

    private readonly List<int> starts = [];

    public DashLines(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("--"u8)) starts.Add(0);
        // A carriage return alone ends lines only in a mail that has no other line ends nearby: look for it when there are more of them than feeds.
        var feedsOnly = bytes.Count((byte)'\r') <= bytes.Count((byte)'\n');
        Find(bytes, "\n--"u8);
        if (feedsOnly) return;
        Find(bytes, "\r--"u8);
        starts.Sort();
    }

    public int Count => starts.Count;

    public int this[int index] => starts[index];

    /// <summary>Index of the first one at or after that position.</summary>
    public int From(int position)
    {
        var index = starts.BinarySearch(position);
        return index < 0 ? ~index : index;
    }

    private void Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark)
    {
        var at = 0;
        while (starts.Count < Most && bytes[at..].IndexOf(mark) is var step and >= 0)
        {
            at += step + 1;
            starts.Add(at);
        }
    }
}
