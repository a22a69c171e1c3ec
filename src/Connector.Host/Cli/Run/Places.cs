using Connector.Host.Cli.Output;
using Connector.Runtime.Hosting;

namespace Connector.Host.Cli.Run;

/// <summary>Where each thing of a running host is.</summary>
internal sealed record Places(string DataFolder, IReadOnlyList<MailPlace> Mail, string Outgoing, string Api, string AdminKey, string? SettingsFile)
{
    public static Places Of(ConnectorApp app, string address, string keyFile) => new(
        app.Folder.Root,
        [.. app.Settings.Channels.SelectMany(c => (MailPlace?[])
            [
                c.Value.Intake.Drop is { } drop ? new(c.Key, "drop folder", app.Folder.Resolve(drop)) : null,
                c.Value.Intake.Maildir is { } maildir ? new(c.Key, "Maildir", app.Folder.Resolve(maildir)) : null,
            ]).OfType<MailPlace>()],
        app.Settings.Mail.Smtp.Host is { } smtp ? $"SMTP server {smtp}:{app.Settings.Mail.Smtp.Port}" : app.Folder.Resolve(app.Settings.Mail.Pickup),
        address,
        keyFile,
        app.Loaded.File);

    public void Tell(Printer print)
    {
        if (print.Json)
        {
            print.Line(this);
            return;
        }
        print.Text("Connector is running.");
        print.Text($"  settings    {SettingsFile ?? "built-in"}");
        print.Text($"  data folder {DataFolder}");
        foreach (var place in Mail) print.Text($"  mail in     {place.Path} ({place.Kind} of {place.Channel})");
        print.Text($"  mail out    {Outgoing}");
        print.Text($"  API         {Api} (OpenAPI at /openapi/v1.json)");
        print.Text($"  key file    {AdminKey}");
        print.Text("Ctrl-C stops it.");
    }
}

internal sealed record MailPlace(string Channel, string Kind, string Path);
