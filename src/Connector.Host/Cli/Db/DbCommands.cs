using System.CommandLine;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;
using Connector.Storage.Schema;

namespace Connector.Host.Cli.Db;

/// <summary><c>db …</c>: the schema of the store, facts about it, a copy of it while it is in use.</summary>
internal static class DbCommands
{
    private static readonly Option<string?> From = new("--from") { Description = "Move this SQLite store (data folder or file) into the PostgreSQL database of the settings", HelpName = "CONNECTION" };
    private static readonly Argument<string> Target = new("FILE") { Description = "Where the copy goes; a folder gets one named by the time" };

    private static readonly Argument<string> Copy = new("FILE") { Description = "A copy that backup made" };

    public static Command Create() => new Command("db", "The store: its schema, where it is, a copy of it").With(
        new Command("migrate", "Bring the store to this program's schema; makes one where there is none").With(From).Does(MigrateAsync),
        new Command("info", "Where the store is, its schema, size and rows").Does(InfoAsync),
        new Command("backup", "Copy a SQLite store while it is in use (PostgreSQL: pg_dump)").With(Target).Does(BackupAsync),
        new Command("restore", "Put a copy back as the store of the data folder, with no host on it; what was there stays beside it (PostgreSQL: pg_restore)").With(Copy).Does(RestoreAsync));

    private static async Task<int> MigrateAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        if (call.Get(From) is { } from) return await DbMove.RunAsync(call, loaded, from, cancellation);
        if (await WriteAccess.HostAnswersAsync(loaded, cancellation))
            throw new CommandFailedException("a host is running on this store and has migrated it at its start; nothing was done.");
        var done = await StoreMaintenance.MigrateAsync(OptionsOf(call, loaded), cancellation);
        call.Print.Note(done.Count == 0 ? "the store has this program's schema" : $"brought up: {string.Join(", ", done)}");
        return await TellAsync(call, loaded, cancellation);
    }

    private static Task<int> InfoAsync(Invocation call, CancellationToken cancellation) => TellAsync(call, call.LoadChecked(), cancellation);

    private static async Task<int> BackupAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        var target = call.Path(call.Get(Target));
        if (Directory.Exists(target)) target = Path.Combine(target, $"connector-{call.Around.Time.GetUtcNow():yyyyMMdd-HHmmss}.db");
        await StoreBackup.MakeAsync(OptionsOf(call, loaded), target, cancellation);
        return call.Print.Answer(new DbCopy(target, new FileInfo(target).Length), (c, print) => print.Table(new Table("copy", "bytes").Add(c.File, c.Bytes)));
    }

    private static async Task<int> RestoreAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        var options = OptionsOf(call, loaded);
        var aside = await StoreBackup.PutBackAsync(options, call.Path(call.Get(Copy)), call.Around.Time.GetUtcNow(), cancellation);
        return call.Print.Answer(new DbRestored(options.File, new FileInfo(options.File).Length, aside), (r, print) => print.Table(new Table("store", "bytes", "what was there").Add(r.File, r.Bytes, r.Before)));
    }

    private static async Task<int> TellAsync(Invocation call, LoadedSettings loaded, CancellationToken cancellation)
    {
        var info = await StoreMaintenance.InfoAsync(OptionsOf(call, loaded), cancellation);
        if (info.Schema is null) throw new StoreNotUsableException($"There is no store at {info.Place}: start the host once, or `connector db migrate`.");
        return call.Print.Answer(DbInfo.Of(info, loaded.Settings!.Tenant), Write);
    }

    internal static StoreOptions OptionsOf(Invocation call, LoadedSettings loaded) => new()
    {
        Tenant = loaded.Settings!.Tenant,
        Folder = loaded.DataFolder.Root,
        ConnectionString = ConnectionText.Resolve(loaded.Settings.Data.ConnectionString, new SecretResolver(new SecretMask(), loaded.SecretFolder, call.Around.Environment.GetValueOrDefault)),
        MachineTime = call.Around.Time,
    };

    private static void Write(DbInfo i, Printer print)
    {
        print.Table(new Table("", "store")
            .Add("kind", i.Kind).Add("place", i.Place).Add("tenant", i.Tenant).Add("schema", i.Schema).Add("still to migrate", string.Join(", ", i.Pending))
            .Add("bytes", i.Bytes).Add("bytes not yet folded in", i.WalBytes));
        print.Text();
        print.Table(new Table("table", "rows").AddAll(i.Rows.Where(r => r.Value > 0), r => [r.Key, r.Value]));
    }
}

/// <summary>Facts about the store, of all tenants in it. <paramref name="Pending"/>: migrations that the next owner will run.</summary>
internal sealed record DbInfo(
    string Kind, string Place, string Tenant, string Schema, IReadOnlyList<string> Pending, long? Bytes, long? WalBytes, IReadOnlyDictionary<string, long> Rows)
{
    public static DbInfo Of(StoreInfo i, string tenant) => new(i.Provider, i.Place, tenant, i.Schema!, i.Pending, i.Bytes, SizeOf(i.Place + "-wal"), i.Rows);

    private static long? SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : null;
}

/// <summary>A copy that was made.</summary>
internal sealed record DbCopy(string File, long Bytes);

/// <summary>A copy that is the store now. <paramref name="Before"/>: where the one before it is.</summary>
internal sealed record DbRestored(string File, long Bytes, string? Before);
