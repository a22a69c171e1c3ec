using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;
using Connector.Storage.Moving;

namespace Connector.Host.Cli.Db;

/// <summary><c>db migrate --from</c>: a whole SQLite store into the PostgreSQL database of the settings, all rows or none.</summary>
internal static class DbMove
{
    public static async Task<int> RunAsync(Invocation call, LoadedSettings loaded, string from, CancellationToken cancellation)
    {
        if (loaded.Settings!.Data.ConnectionString is null)
            throw new WrongCallException("--from moves a SQLite store to PostgreSQL: name the database in Data:ConnectionString of the settings.");
        var moved = await StoreMove.RunAsync(Source(call, loaded, from), DbCommands.OptionsOf(call, loaded), table => call.Print.Note($"{table.Table}: {table.Rows} rows"), cancellation);
        return call.Print.Answer(moved, (tables, print) => print.Table(new Table("table", "rows").AddAll(tables, t => [t.Table, t.Rows])));
    }

    /// <summary>A data folder, the file in it, or a connection text that names the file.</summary>
    private static StoreOptions Source(Invocation call, LoadedSettings loaded, string from)
    {
        const string prefix = "Data Source=";
        var path = call.Path(from.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? from[prefix.Length..].Split(';')[0] : from);
        var options = new StoreOptions { Tenant = loaded.Settings!.Tenant, Folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!, MachineTime = call.Around.Time };
        if (!Directory.Exists(path) && !File.Exists(path)) throw new WrongCallException($"--from: '{from}' is no file or folder (looked in {call.Around.Folder}).");
        return Directory.Exists(path) || path == Path.GetFullPath(options.File)
            ? options
            : throw new WrongCallException($"--from: '{from}' is no data folder and no {Path.GetFileName(options.File)} in one; a copy under another name is put into a folder first: connector db restore FILE --data DIR");
    }
}
