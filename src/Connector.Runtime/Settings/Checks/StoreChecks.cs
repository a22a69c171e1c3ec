using System.Data.Common;
using System.Text.RegularExpressions;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Runtime.Settings.Checks;

/// <summary>Tenant, data folder, database, clock, plugin hashes.</summary>
internal static partial class StoreChecks
{
    private const string ConnectionKey = "Data:ConnectionString";

    public static IEnumerable<SettingFault> Of(Checked c)
    {
        var settings = c.Settings;
        if (!Name().IsMatch(settings.Tenant))
            yield return new("Tenant", "must be 1 to 64 letters, digits, '.', '_' or '-'", settings.Tenant);
        if (string.IsNullOrWhiteSpace(settings.Data.Folder))
            yield return new("Data:Folder", "must name a folder", settings.Data.Folder);
        else if (File.Exists(c.Data.Root))
            yield return new("Data:Folder", "must be a folder, this is a file", settings.Data.Folder);
        if (settings.Data.ConnectionString is { } connection && ConnectionProblem(connection, c.Secrets) is { } problem)
            yield return problem;
        if (settings.Clock is { Start: { } start, Virtual: false })
            yield return new("Clock:Start", "only a virtual clock starts elsewhere", start.ToString("O"), "set Clock:Virtual to true, or leave it out");
        foreach (var (hash, i) in (settings.Plugins.AllowedHashes ?? []).Select((h, i) => (h, i)))
            if (!Sha256().IsMatch(hash))
                yield return new($"Plugins:AllowedHashes:{i}", "must be a SHA-256 of 64 hexadecimal digits", hash, "plugins list prints them");
    }

    /// <summary>The text may hold a password, so that no fault repeats it.</summary>
    private static SettingFault? ConnectionProblem(string connection, ISecretResolver secrets)
    {
        if (SecretResolver.IsReference(connection))
            return secrets.Resolve(connection).Problem is { } unresolved ? new(ConnectionKey, unresolved, connection) : null;
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = connection;
        }
        catch (ArgumentException)
        {
            return new(ConnectionKey, "must be a PostgreSQL connection string", SecretMask.Mark, "write Host=…;Database=…;Username=…;Password=secret:env:NAME");
        }
        if (ConnectionText.PasswordOf(parts) is not var (_, password)) return null;
        if (!SecretResolver.IsReference(password)) return new(ConnectionKey, "must hold no password itself", SecretMask.Mark, "write Password=secret:env:NAME");
        return secrets.Resolve(password).Problem is { } missing ? new(ConnectionKey, missing, password) : null;
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9A-Fa-f]{64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sha256();
}
