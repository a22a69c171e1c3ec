namespace Connector.Runtime.Plugins.Secrets;

/// <summary>Reads secrets from the environment and from files; every value it hands out is told to the mask first.</summary>
/// <param name="mask">Learns each resolved value.</param>
/// <param name="folder">Where relative paths of <c>secret:file:</c> start: the folder of the settings file.</param>
/// <param name="environment">Looks up a variable; the process environment by default.</param>
public sealed class SecretResolver(SecretMask mask, string folder, Func<string, string?>? environment = null) : ISecretResolver
{
    private const string EnvironmentPrefix = "secret:env:";
    private const string FilePrefix = "secret:file:";
    private readonly Func<string, string?> _environment = environment ?? Environment.GetEnvironmentVariable;

    /// <summary>Whether the text has the form of a reference.</summary>
    public static bool IsReference(string? text) => text is not null && text.StartsWith("secret:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public SecretValue Resolve(string reference)
    {
        var result = reference switch
        {
            _ when reference.StartsWith(EnvironmentPrefix, StringComparison.Ordinal) => FromEnvironment(reference[EnvironmentPrefix.Length..]),
            _ when reference.StartsWith(FilePrefix, StringComparison.Ordinal) => FromFile(reference[FilePrefix.Length..]),
            _ => new(null, "must be a reference, secret:env:NAME or secret:file:PATH"),
        };
        if (result.Value is not null)
            mask.Add(result.Value);
        return result;
    }

    private SecretValue FromEnvironment(string name) =>
        _environment(name) is { Length: > 0 } value ? new(value, null) : new(null, $"environment variable '{name}' is not set");

    private SecretValue FromFile(string path)
    {
        try
        {
            var value = File.ReadAllText(Path.Combine(folder, path)).TrimEnd('\r', '\n');
            return value.Length > 0 ? new(value, null) : new(null, $"file '{path}' is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(null, $"file '{path}' cannot be read ({e.GetType().Name})");
        }
    }
}
