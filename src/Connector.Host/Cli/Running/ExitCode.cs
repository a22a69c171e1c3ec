namespace Connector.Host.Cli.Running;

/// <summary>What a command's end means to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>A wrong path, option, setting or id: the same call will never succeed.</summary>
    public const int Wrong = 2;
}
