using System.Text.Json;
using Connector.Engine.Door;
using Connector.Engine.Seeding;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Connector.Runtime.Seeding;

/// <summary>Reads a seed file and puts its state in through the door; business time then stands at its <c>now</c>.</summary>
public static class Seeder
{
    /// <exception cref="SeedException">The file is wrong, or seeding is not allowed here; the message names what.</exception>
    public static async Task<Seeded> SeedAsync(ConnectorApp app, string path, CancellationToken cancellation)
    {
        if (!app.Settings.Seed.Enabled) throw new SeedException("seeding is switched off: set Seed:Enabled");
        var file = await ReadAsync(path, cancellation);
        var at = file.Now ?? app.Clock.Now;
        var outcome = await app.Door.HandleAsync(
            new PutSeed { At = at, By = new Actor("seed"), Correlation = $"seed-{Path.GetFileName(path)}", File = file, StoreIsEmpty = await IsEmptyAsync(app, cancellation) }, Urgency.Command, cancellation);
        if (outcome.Answer is Answer.Refused refused) throw new SeedException(refused.Why);
        if (file.Now is { } now) await app.Clock.SetForSeedAsync(now, cancellation);
        return (Seeded)((Answer.Done)outcome.Answer).Result!;
    }

    private static async Task<SeedFile> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(stream, SeedJson.Default.SeedFile, cancellation) ?? throw new SeedException($"{path} is empty");
        }
        catch (JsonException e)
        {
            throw new SeedException($"{path}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SeedException($"{path} cannot be read: {e.Message}");
        }
    }

    private static async Task<bool> IsEmptyAsync(ConnectorApp app, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        return !await db.Threads.AnyAsync(cancellation) && !await db.Interactions.AnyAsync(cancellation) && !await db.Cases.AnyAsync(cancellation) && !await db.Messages.AnyAsync(cancellation);
    }
}

/// <summary>Seeding was refused; the message names what is wrong.</summary>
public sealed class SeedException(string message) : Exception(message);
