using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Mail;

/// <summary>Tells what became of each mail, and on a terminal how far a long run is.</summary>
internal sealed class Tally(Invocation call)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly long _started = call.Around.Time.GetTimestamp();
    private TimeSpan _told;
    private int _done;
    private int _failed;

    public void Count(string source, string? line, string? problem)
    {
        if (line is not null) call.Around.Out.WriteLine(line);
        else call.Print.Note($"{source}: {problem}");
        _ = line is null ? _failed++ : _done++;
        Progress();
    }

    /// <summary>How many could not be stored.</summary>
    public int End()
    {
        if (_told > TimeSpan.Zero) call.Print.Note("");
        return _failed;
    }

    private void Progress()
    {
        if (!call.Around.ErrorIsTerminal || call.Around.OutIsTerminal) return;
        var passed = call.Around.Time.GetElapsedTime(_started);
        if (passed - _told < Between) return;
        _told = passed;
        call.Around.Error.Write($"\r{_done} mails taken, {_failed} not");
    }
}
