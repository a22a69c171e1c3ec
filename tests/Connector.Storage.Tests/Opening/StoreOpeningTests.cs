using Connector.Storage.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Tests.Opening;

public sealed class StoreOpeningTests : IAsyncDisposable
{
    private readonly SqlitePlace _place = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task OpenAsync_FolderOwned_NamesTheOwner()
    {
        await using var owner = await OpenAsync();
        owner.AnnounceAddress("http://127.0.0.1:8420");
        var refused = await Assert.ThrowsAsync<StoreInUseException>(OpenAsync);
        Assert.Contains($"pid={Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("address=http://127.0.0.1:8420", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new FolderOwner(Environment.ProcessId, "http://127.0.0.1:8420"), FolderOwner.Of(_place.Options.Folder));
    }

    [Fact]
    public async Task OpenAsync_OwnerLeft_IsFreeAgain()
    {
        await (await OpenAsync()).DisposeAsync();
        Assert.Null(FolderOwner.Of(_place.Options.Folder));
        await (await OpenAsync()).DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_ReadOnlyBesideTheOwner_ReadsAndRefusesToWrite()
    {
        await using var owner = await OpenAsync();
        await owner.Settings.SetAsync("clock.offset", "5", cancellation: Cancellation);
        await using var reader = await Store.OpenAsync(_place.Options with { ReadOnly = true }, Cancellation);
        Assert.Equal("5", await reader.Settings.GetAsync("clock.offset", Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Settings.SetAsync("x", "y", cancellation: Cancellation));
        Assert.Empty(await reader.Keys.SigningKeysAsync(Samples.Now, Cancellation));
    }

    [Fact]
    public async Task OpenAsync_ReadOnlyWithoutOwner_Reads()
    {
        await using (var owner = await OpenAsync()) await owner.Settings.SetAsync("a", "b", cancellation: Cancellation);
        SqliteConnection.ClearAllPools();
        await using var reader = await Store.OpenAsync(_place.Options with { ReadOnly = true }, Cancellation);
        Assert.Equal("b", await reader.Settings.GetAsync("a", Cancellation));
    }

    [Fact]
    public async Task OpenAsync_ReadOnlyAndNothingThere_SaysSo()
    {
        var refused = await Assert.ThrowsAsync<StoreNotUsableException>(() => Store.OpenAsync(_place.Options with { ReadOnly = true }, Cancellation));
        Assert.Contains(_place.Options.File, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_FileIsNoDatabase_NamesItAndWhatToDo()
    {
        await File.WriteAllTextAsync(_place.Options.File, new string('x', 5000), Cancellation);
        var refused = await Assert.ThrowsAsync<StoreCorruptException>(OpenAsync);
        Assert.Contains(_place.Options.File, refused.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
        File.Delete(_place.Options.File);
        await (await OpenAsync()).DisposeAsync();
    }

    [Fact]
    public async Task Read_FileIsNoDatabaseAnyMore_SaysSoAsEverythingElse()
    {
        await (await OpenAsync()).DisposeAsync();
        await using var store = await Store.OpenAsync(_place.Options with { ReadOnly = true }, Cancellation);
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(_place.Options.File, new string('x', 5000), Cancellation);
        await using var db = store.Read();
        await Assert.ThrowsAsync<StoreCorruptException>(() => db.Messages.CountAsync(Cancellation));
    }

    [Fact]
    public async Task OpenAsync_FolderIsAFile_SaysSo()
    {
        var file = Path.Combine(_place.Options.Folder, "a-file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var refused = await Assert.ThrowsAsync<StoreNotUsableException>(() => Store.OpenAsync(new StoreOptions { Folder = file }, Cancellation));
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_NewerSchema_RefusesAndChangesNothing()
    {
        await (await OpenAsync()).DisposeAsync();
        await ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99')");
        await Assert.ThrowsAsync<StoreSchemaException>(OpenAsync);
        await Assert.ThrowsAsync<StoreSchemaException>(() => Store.OpenAsync(_place.Options with { ReadOnly = true }, Cancellation));
    }

    [Fact]
    public async Task OpenAsync_KilledWhileMigrating_NextOwnerContinues()
    {
        await ExecuteAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        await using var store = await OpenAsync();
        await store.Settings.SetAsync("a", "b", cancellation: Cancellation);
        Assert.Equal("b", await store.Settings.GetAsync("a", Cancellation));
    }

    [Fact]
    public async Task OpenAsync_Writer_IsInWalWithFullSync()
    {
        await using var store = await OpenAsync();
        await using var connection = new SqliteConnection($"Data Source={_place.Options.File}");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", await command.ExecuteScalarAsync(Cancellation));
        Assert.True(File.Exists(_place.Options.File + "-wal"));
    }

    private Task<Store> OpenAsync() => Store.OpenAsync(_place.Options, Cancellation);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_place.Options.File};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
