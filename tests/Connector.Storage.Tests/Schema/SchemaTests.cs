using Connector.Engine;
using Connector.Storage.Model;
using Connector.Storage.Schema;
using Connector.Storage.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Tests.Schema;

/// <summary>There is no tool that writes migrations here, so the model's own DDL is compared with what the migrations made.</summary>
public abstract class SchemaTests(ITestPlace migrated, ITestPlace generated) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrations_MakeExactlyTheSchemaOfTheModel()
    {
        await using var store = await Store.OpenAsync(migrated.Options, Cancellation);
        await using var fromModel = Context(generated.Options);
        var differ = fromModel.GetService<IMigrationsModelDiffer>();
        var model = fromModel.GetService<IDesignTimeModel>().Model;
        var commands = fromModel.GetService<IMigrationsSqlGenerator>().Generate(differ.GetDifferences(null, model.GetRelationalModel()), model);
        await fromModel.Database.OpenConnectionAsync(Cancellation);
        foreach (var command in commands) await fromModel.Database.ExecuteSqlRawAsync(command.CommandText, Cancellation);
        await using var fromMigrations = Context(migrated.Options);
        await fromMigrations.Database.OpenConnectionAsync(Cancellation);
        Assert.Equal(
            await SchemaDump.OfAsync(fromModel.Database.GetDbConnection(), Cancellation),
            await SchemaDump.OfAsync(fromMigrations.Database.GetDbConnection(), Cancellation));
    }

    [Fact]
    public void Migrations_ListWrittenDown_IsThatOfTheAssembly()
    {
        using var db = Context(generated.Options);
        Assert.Equal(db.Database.GetMigrations(), StoreSchema.Migrations);
    }

    [Fact]
    public void Model_EveryRecordOfTheEngine_HasATable()
    {
        using var db = Context(generated.Options);
        var mapped = db.Model.GetEntityTypes().Select(t => t.ClrType).ToHashSet();
        Assert.All(typeof(IRecord).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRecord))), t => Assert.Contains(t, mapped));
    }

    [Fact]
    public void Model_ColumnTypes_AreNumbersTextsAndBytesOnly()
    {
        using var db = Context(generated.Options);
        var types = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Select(p => p.GetColumnType()).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(generated.Options.IsPostgres ? ["bigint", "bytea", "text"] : ["BLOB", "INTEGER", "TEXT"], types);
    }

    public async ValueTask InitializeAsync()
    {
        await migrated.MakeAsync();
        await generated.MakeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await migrated.DisposeAsync();
        await generated.DisposeAsync();
    }

    private static ConnectorDb Context(StoreOptions options)
    {
        var builder = new DbContextOptionsBuilder<ConnectorDb>();
        return new((options.IsPostgres ? builder.UseNpgsql(options.ConnectionString) : builder.UseSqlite($"Data Source={options.File}")).Options);
    }
}

public sealed class SchemaOnSqliteTests() : SchemaTests(new SqlitePlace(), new SqlitePlace());

public sealed class SchemaOnPostgresTests(PostgresServer server) : SchemaTests(new PostgresPlace(server, withSchema: false), new PostgresPlace(server, withSchema: false));
