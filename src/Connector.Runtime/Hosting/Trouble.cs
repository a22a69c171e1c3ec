namespace Connector.Runtime.Hosting;

/// <summary>Trouble that comes back each turn of a loop is told when it begins, when it becomes another, and once a minute while it lasts: a log stays readable.</summary>
internal sealed class Trouble(TimeProvider machine)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private string? _kind;
    private long _told;

    /// <summary>True when it is to be told.</summary>
    public bool Met(Exception e)
    {
        var kind = e.GetType().Name;
        if (kind == _kind && machine.GetElapsedTime(_told) < Again) return false;
        (_kind, _told) = (kind, machine.GetTimestamp());
        return true;
    }

    /// <summary>A turn went well.</summary>
    public void Over() => _kind = null;
}
