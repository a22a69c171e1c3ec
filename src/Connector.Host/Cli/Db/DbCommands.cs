using System.CommandLine;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Storage;
using Connector.Storage.Schema;

namespace Connector.Host.Cli.Db;

/// <summary><c>db migrate</c> and <c>db info</c>.</summary>
internal static class DbCommands
{
    private static readonly Option<string?> From = new("--from") { Description = "Move this SQLite store (data folder or file) into the PostgreSQL database of the settings", HelpName = "CONNECTION" };

    public static Command Create() => new Command("db", "The store: its schema, where it is").With(
        new Command("migrate", "Bring the store to this program's schema; makes one where there is none").With(From).Does(MigrateAsync),
        new Command("info", "Where the store is, its schema and size").Does(InfoAsync));

    private static async Task<int> MigrateAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        if (call.Get(From) is { } from) return await DbMove.RunAsync(call, loaded, from, cancellation);
        if (await WriteAccess.HostAnswersAsync(loaded, cancellation))
            throw new CommandFailedException("a host is running on this store and has migrated it at its start; nothing was done.");
        await using (await WriteAccess.OpenAsync(call, loaded, cancellation))
            call.Print.Note("the store has this program's schema");
        return call.Print.Answer(DbInfo.Of(loaded), Write);
    }

    private static async Task<int> InfoAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        return call.Print.Answer(DbInfo.Of(loaded), Write);
    }

    private static void Write(DbInfo i, Printer print) => print.Table(new Table("", "store")
        .Add("kind", i.Kind).Add("place", i.Place).Add("tenant", i.Tenant).Add("schema", i.Schema).Add("bytes", i.Bytes).Add("bytes not yet folded in", i.WalBytes));
}

/// <summary>Opening the store has proved that its schema is this program's.</summary>
internal sealed record DbInfo(string Kind, string Place, string Tenant, string Schema, long? Bytes, long? WalBytes)
{
    public static DbInfo Of(Runtime.Settings.Loading.LoadedSettings loaded)
    {
        var options = new StoreOptions { Folder = loaded.DataFolder.Root, ConnectionString = loaded.Settings!.Data.ConnectionString };
        return options.IsPostgres
            ? new("PostgreSQL", "as in Data:ConnectionString", loaded.Settings.Tenant, StoreSchema.Latest, null, null)
            : new("SQLite", options.File, loaded.Settings.Tenant, StoreSchema.Latest, SizeOf(options.File), SizeOf(options.File + "-wal"));
    }

    private static long? SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : null;
}
