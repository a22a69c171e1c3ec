using Connector.Host.Cli.Running;
using Connector.Host.Json;

namespace Connector.Host.Cli.Output;

/// <summary>Answers on stdout: JSON when asked for, else text for people. Notes on stderr.</summary>
internal sealed class Printer(Surroundings around, bool json)
{
    public bool Json => json;

    /// <summary>The answer: as a document, or as what <paramref name="text"/> writes.</summary>
    public int Answer<T>(T answer, Action<T, Printer> text)
    {
        if (json) around.Out.WriteLine(ConnectorJson.Document(answer));
        else text(answer, this);
        return ExitCode.Done;
    }

    /// <summary>One of many answers, as a JSON line.</summary>
    public void Line(object answer) => around.Out.WriteLine(ConnectorJson.Line(answer));

    /// <summary>The same for an answer that may be large: it is written as it is made.</summary>
    public void LongLine(object answer)
    {
        ConnectorJson.Write(new TextRelay(around.Out), answer);
        around.Out.WriteLine();
    }

    public void Text(string line = "") => around.Out.WriteLine(line);

    public void Table(Table table) => table.Write(around.Out, around.OutIsTerminal);

    public void Note(string line) => around.Error.WriteLine(line);
}
