using Connector.Runtime.Intake.Folders;
using Connector.Runtime.Tests.Clock;
using Connector.Runtime.Tests.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Intake;

public sealed class FolderSignalTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTime _machine = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_FileAppears_EndsWithoutTimeGoingOn()
    {
        using var signal = new FolderSignal(_folder.Path, _machine, NullLogger.Instance);
        signal.Listen();
        var waiting = signal.WaitAsync(TimeSpan.FromHours(1), Token);
        _folder.Write("a.eml", "a");
        await waiting.WaitAsync(Token);
    }

    [Fact]
    public async Task Wait_NothingHappens_EndsInTime()
    {
        using var signal = new FolderSignal(_folder.Path, _machine, NullLogger.Instance);
        signal.Listen();
        var waiting = signal.WaitAsync(TimeSpan.FromSeconds(1), Token);
        _machine.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(waiting.IsCompleted);
        _machine.Advance(TimeSpan.FromMilliseconds(1));
        await waiting;
    }

    [Fact]
    public async Task Listen_FolderIsMissing_TheWaitStillEndsInTime()
    {
        using var signal = new FolderSignal(_folder.At("none"), _machine, NullLogger.Instance);
        signal.Listen();
        var waiting = signal.WaitAsync(TimeSpan.FromSeconds(1), Token);
        _machine.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task Wait_HostStops_IsCancelled()
    {
        using var stop = new CancellationTokenSource();
        using var signal = new FolderSignal(_folder.Path, _machine, NullLogger.Instance);
        var waiting = signal.WaitAsync(TimeSpan.FromSeconds(1), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    public void Dispose() => _folder.Dispose();
}
