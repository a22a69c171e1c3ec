using Connector.Storage.Schema;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Schema;

public sealed class StoreBackupTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly SqlitePlace _place = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StoreOptions Options => _place.Options;

    private string Copy => Path.Combine(Options.Folder, "copy.db");

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task MakeAsync_WhileTheOwnerWrites_IsAStoreOfItsOwn()
    {
        await using var owner = await Store.OpenAsync(Options, Cancellation);
        await owner.Settings.SetAsync("a", "b", cancellation: Cancellation);
        await StoreBackup.MakeAsync(Options, Copy, Cancellation);
        await owner.Settings.SetAsync("a", "later", cancellation: Cancellation);
        var elsewhere = new StoreOptions { Folder = Path.Combine(Options.Folder, "elsewhere") };
        Assert.Null(await StoreBackup.PutBackAsync(elsewhere, Copy, Now, Cancellation));
        Assert.Equal("b", await ReadAsync(elsewhere));
        await Assert.ThrowsAsync<StoreNotUsableException>(() => StoreBackup.MakeAsync(Options, Copy, Cancellation));
    }

    /// <summary>The log that a killed host leaves beside its database belongs to that one: folded into the copy it would damage it.</summary>
    [Fact]
    public async Task PutBackAsync_HostWasKilled_ItsLogIsNotFoldedIntoTheCopy()
    {
        var crashed = new StoreOptions { Folder = Directory.CreateDirectory(Path.Combine(Options.Folder, "crashed")).FullName };
        await using (var owner = await Store.OpenAsync(Options, Cancellation))
        {
            await owner.Settings.SetAsync("a", "b", cancellation: Cancellation);
            await StoreBackup.MakeAsync(Options, Copy, Cancellation);
            for (var n = 0; n < 500; n++) await owner.Settings.SetAsync($"later {n}", new string('x', 1000), cancellation: Cancellation);
            await owner.Settings.SetAsync("a", "later", cancellation: Cancellation);
            foreach (var part in (string[])["", "-wal", "-shm"]) File.Copy(Options.File + part, crashed.File + part);
        }
        var aside = await StoreBackup.PutBackAsync(crashed, Copy, Now, Cancellation);
        Assert.Equal("b", await ReadAsync(crashed));
        await StoreBackup.MakeAsync(crashed, Path.Combine(crashed.Folder, "whole.db"), Cancellation);
        Assert.Equal(crashed.File + ".before-20260301-090000", aside);
        var before = new StoreOptions { Folder = Path.Combine(Options.Folder, "before") };
        await StoreBackup.PutBackAsync(before, aside!, Now, Cancellation);
        Assert.Equal("later", await ReadAsync(before));
    }

    [Fact]
    public async Task PutBackAsync_OwnedFolderOrDamagedCopy_ChangesNothing()
    {
        await File.WriteAllTextAsync(Copy, new string('x', 5000), Cancellation);
        await using (var owner = await Store.OpenAsync(Options, Cancellation))
        {
            await owner.Settings.SetAsync("a", "b", cancellation: Cancellation);
            await Assert.ThrowsAsync<StoreInUseException>(() => StoreBackup.PutBackAsync(Options, Copy, Now, Cancellation));
        }
        await Assert.ThrowsAsync<StoreCorruptException>(() => StoreBackup.PutBackAsync(Options, Copy, Now, Cancellation));
        await Assert.ThrowsAsync<StoreNotUsableException>(() => StoreBackup.PutBackAsync(Options, Options.File, Now, Cancellation));
        await Assert.ThrowsAsync<StoreNotUsableException>(() => StoreBackup.PutBackAsync(Options, Copy + "2", Now, Cancellation));
        Assert.Equal("b", await ReadAsync(Options));
        Assert.Empty(Directory.GetFiles(Options.Folder, "*.part*"));
    }

    [Fact]
    public async Task MakeAsync_NowhereToPutIt_SaysSo()
    {
        await (await Store.OpenAsync(Options, Cancellation)).DisposeAsync();
        await Assert.ThrowsAsync<StoreNotUsableException>(() => StoreBackup.MakeAsync(Options, Path.Combine(Options.Folder, "nowhere", "copy.db"), Cancellation));
    }

    private static async Task<string?> ReadAsync(StoreOptions options)
    {
        await using var store = await Store.OpenAsync(options, Cancellation);
        return await store.Settings.GetAsync("a", Cancellation);
    }
}
