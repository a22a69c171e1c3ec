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
    public async Task InfoAsync_FileIsNoDatabase_SaysSo()
    {
        await File.WriteAllTextAsync(_place.Options.File, new string('x', 5000), Cancellation);
        await Assert.ThrowsAsync<StoreCorruptException>(() => StoreMaintenance.InfoAsync(_place.Options, Cancellation));
    }
}
