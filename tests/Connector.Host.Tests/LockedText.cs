using System.Text;

namespace Connector.Host.Tests;

/// <summary>Text that several threads write while another reads it or waits for a word in it.</summary>
internal sealed class LockedText : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly List<(string Word, TaskCompletionSource Seen)> _awaited = [];

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Completes once the text holds the word.</summary>
    public Task UntilAsync(string word)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited.Add((word, seen));
            Look();
        }
        return seen.Task;
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        lock (_gate)
        {
            _text.Append(value);
            Look();
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override string ToString()
    {
        lock (_gate) return _text.ToString();
    }

    private void Look()
    {
        foreach (var (word, seen) in _awaited)
            if (_text.ToString().Contains(word, StringComparison.Ordinal)) seen.TrySetResult();
        _awaited.RemoveAll(a => a.Seen.Task.IsCompleted);
    }
}
