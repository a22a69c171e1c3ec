using Connector.Engine.Settings;
using Connector.Storage.Stores;

namespace Connector.Host.Api.Security;

/// <summary>The Administrator key of the first start, in a file that only this user can read. The command line uses it to speak to the running host.</summary>
internal sealed class AdminKeyFile(string folder)
{
    public string Path { get; } = System.IO.Path.Combine(folder, "admin.key");

    /// <summary>The key, or null when the file is not there.</summary>
    public string? Read() => File.Exists(Path) ? File.ReadAllText(Path).Trim() : null;

    /// <summary>Makes a key and its file when no Administrator key is in force that the file holds.</summary>
    public async Task EnsureAsync(KeyStore keys, DateTimeOffset now, CancellationToken cancellation)
    {
        if (Read() is { } text && await keys.FindAsync(text, cancellation) is { Role: AgentRole.Administrator }) return;
        if (File.Exists(Path)) File.Delete(Path);
        await WriteAsync(await keys.CreateApiKeyAsync(AgentRole.Administrator, null, "first start", now, cancellation: cancellation), cancellation);
    }

    private async Task WriteAsync(string key, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(new FileStream(Path, options));
        await writer.WriteLineAsync(key.AsMemory(), cancellation);
    }
}
