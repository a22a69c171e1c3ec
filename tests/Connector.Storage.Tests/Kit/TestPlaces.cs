using Connector.Engine.Door;
using Connector.Storage.Writing;

namespace Connector.Storage.Tests.Kit;

/// <summary>Where a store under test lives.</summary>
public interface ITestPlace : IAsyncDisposable
{
    StoreOptions Options { get; }

    ValueTask MakeAsync() => ValueTask.CompletedTask;
}

/// <summary>A real SQLite file in a folder of its own.</summary>
public sealed class SqlitePlace : ITestPlace
{
    public StoreOptions Options { get; } = new() { Folder = Directory.CreateTempSubdirectory("connector-store-").FullName };

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Options.Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A database of its own on the throw-away server.</summary>
public sealed class PostgresPlace(PostgresServer server, bool withSchema = true) : ITestPlace
{
    public StoreOptions Options { get; private set; } = new();

    public PostgresPlace Another() => new(server, withSchema);

    public async ValueTask MakeAsync() => Options = Options with { ConnectionString = await server.NewDatabaseAsync(withSchema) };

    public async ValueTask DisposeAsync()
    {
        if (Options.IsPostgres) await server.DropAsync(Options.ConnectionString!);
    }
}

/// <summary>Base of the tests that run on both databases: a fresh store each.</summary>
public abstract class StoreTests(ITestPlace place) : IAsyncLifetime
{
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected ITestPlace Place => place;

    private protected Store Store { get; private set; } = null!;

    private protected WritePath Path { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await place.MakeAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Store is not null) await Store.DisposeAsync();
        await place.DisposeAsync();
    }

    private protected async Task OpenAsync()
    {
        Store = await Store.OpenAsync(place.Options, Cancellation);
        Path = Store.WritePath(new AskedRules(), () => AskedRules.Setup);
    }

    private protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        await OpenAsync();
    }

    private protected Task<Outcome> StoreAsync(params object[] rows) => Path.HandleAsync(Asked.Storing(rows), Urgency.Mail, Cancellation);

    private protected async Task<Known> LookUpAsync(LookUp lookUp)
    {
        var seen = Known.Nothing;
        await Path.HandleAsync(Asked.Of(lookUp, (known, _) =>
        {
            seen = known;
            return new(new Answer.Nothing("looked"));
        }), Urgency.Command, Cancellation);
        return seen;
    }
}
