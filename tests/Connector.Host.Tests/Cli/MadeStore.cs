namespace Connector.Host.Tests.Cli;

/// <summary>A folder with an empty store, for calls that change nothing.</summary>
public sealed class MadeStore : IAsyncLifetime
{
    internal CliRun Cli { get; } = new();

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await Cli.CallAsync("db", "migrate")).Exit);

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }
}
