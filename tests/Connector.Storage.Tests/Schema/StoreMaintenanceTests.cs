using Connector.Storage.Schema;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Schema;

public sealed class StoreMaintenanceTests : IAsyncDisposable
{
    private readonly SqlitePlace _place = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task InfoAsync_NothingThere_SaysSoAndMakesNothing()
    {
        var info = await StoreMaintenance.InfoAsync(_place.Options, Cancellation);
        Assert.Equal((null, StoreSchema.Migrations, null), (info.Schema, info.Pending, info.Bytes));
        Assert.False(File.Exists(_place.Options.File));
    }

    [Fact]
    public async Task MigrateAsync_NewStore_AnswersWhatWasMissing()
    {
        Assert.Equal(StoreSchema.Migrations, await StoreMaintenance.MigrateAsync(_place.Options, Cancellation));
        Assert.Empty(await StoreMaintenance.MigrateAsync(_place.Options, Cancellation));
        Assert.Equal(StoreSchema.Latest, (await StoreMaintenance.InfoAsync(_place.Options, Cancellation)).Schema);
    }

    [Fact]
    public async Task BackupAsync_WhileTheOwnerWrites_IsAStoreOfItsOwn()
    {
        await using var owner = await Store.OpenAsync(_place.Options, Cancellation);
        await owner.Settings.SetAsync("a", "b", cancellation: Cancellation);
        var copy = Directory.CreateDirectory(Path.Combine(_place.Options.Folder, "copy")).FullName;
        await StoreMaintenance.BackupAsync(_place.Options, Path.Combine(copy, "connector.db"), Cancellation);
        await owner.Settings.SetAsync("a", "later", cancellation: Cancellation);
        await using var restored = await Store.OpenAsync(new StoreOptions { Folder = copy }, Cancellation);
        Assert.Equal("b", await restored.Settings.GetAsync("a", Cancellation));
        await Assert.ThrowsAsync<StoreNotUsableException>(() => StoreMaintenance.BackupAsync(_place.Options, Path.Combine(copy, "connector.db"), Cancellation));
    }
}
