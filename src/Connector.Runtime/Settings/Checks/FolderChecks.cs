namespace Connector.Runtime.Settings.Checks;

/// <summary>Folders that mail comes from and goes to: inside the data folder or absolute, and each used once.</summary>
internal static class FolderChecks
{
    private sealed record Place(string Key, string Path);

    public static IEnumerable<SettingFault> Of(Checked c)
    {
        var places = Places(c.Settings).ToList();
        foreach (var place in places.Where(p => p.Path.Trim().Length == 0 || (!Path.IsPathRooted(p.Path) && !c.Data.Contains(p.Path))))
            yield return new(place.Key, "must be absolute, or inside the data folder", place.Path);
        foreach (var shared in places.Where(p => p.Path.Trim().Length > 0).GroupBy(p => c.Data.Resolve(p.Path), StringComparer.Ordinal))
            foreach (var again in shared.Skip(1))
                yield return new(again.Key, $"is already the folder of {shared.First().Key}", again.Path);
    }

    private static IEnumerable<Place> Places(ConnectorSettings settings)
    {
        yield return new("Mail:Pickup", settings.Mail.Pickup);
        foreach (var (id, channel) in settings.Channels)
        {
            if (channel.Intake.Drop is { } drop) yield return new($"Channels:{id}:Intake:Drop", drop);
            if (channel.Intake.Maildir is { } maildir) yield return new($"Channels:{id}:Intake:Maildir", maildir);
        }
    }
}
