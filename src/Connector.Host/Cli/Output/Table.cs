using Spectre.Console;

namespace Connector.Host.Cli.Output;

/// <summary>Rows under headings: with borders on a terminal, in plain columns when piped.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    public Table Add(params object?[] cells)
    {
        _rows.Add([.. cells.Select(Cells.Text)]);
        return this;
    }

    public Table AddAll<T>(IEnumerable<T> items, Func<T, object?[]> cells)
    {
        foreach (var item in items) Add(cells(item));
        return this;
    }

    public void Write(TextWriter to, bool terminal)
    {
        if (IsEmpty) to.WriteLine("(none)");
        else if (terminal) WriteRich();
        else WritePlain(to);
    }

    private void WriteRich()
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded);
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (var row in _rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private void WritePlain(TextWriter to)
    {
        var widths = columns.Select((c, i) => _rows.Max(r => Math.Max(r[i].Length, c.Length))).ToArray();
        foreach (var row in _rows.Prepend(columns))
            to.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
