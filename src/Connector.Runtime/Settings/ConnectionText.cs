using System.Data.Common;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Runtime.Settings;

/// <summary>The connection string of the settings with its secret put in: as a whole a reference, or a text whose password is one.</summary>
public static class ConnectionText
{
    private static readonly string[] PasswordNames = ["Password", "Pwd", "PSW"];

    /// <summary>Null stays null. The settings were checked, so that every reference leads somewhere.</summary>
    public static string? Resolve(string? connection, ISecretResolver secrets)
    {
        if (string.IsNullOrWhiteSpace(connection)) return null;
        if (SecretResolver.IsReference(connection)) return Value(connection, secrets);
        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        if (PasswordOf(parts) is not var (name, password) || !SecretResolver.IsReference(password)) return connection;
        parts[name] = Value(password, secrets);
        return parts.ConnectionString;
    }

    internal static (string Name, string Password)? PasswordOf(DbConnectionStringBuilder parts)
    {
        foreach (var name in PasswordNames)
            if (parts.TryGetValue(name, out var value) && value is string password) return (name, password);
        return null;
    }

    private static string Value(string reference, ISecretResolver secrets) =>
        secrets.Resolve(reference) is { Value: { } value } ? value : throw new InvalidOperationException($"Data:ConnectionString: {secrets.Resolve(reference).Problem}");
}
