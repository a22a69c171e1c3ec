using Connector.Runtime.Clock;
using Connector.Runtime.Intake.Folders;
using Connector.Runtime.Intake.Health;
using Connector.Runtime.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Intake;

/// <summary>Takes mail from the drop folders and Maildirs of all channels, each on its own.</summary>
public sealed class IntakeService(
    ConnectorSettings settings, DataFolder data, MailIntake intake, IntakeHealth health, IBusinessClock clock, TimeProvider machine, ILogger<IntakeService> logger)
    : BackgroundService
{
    private readonly List<IMailFolder> _folders = [];

    /// <summary>The folders are there when the host says where they are; one that cannot be made is told by its pump.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _folders.AddRange(Folders());
        foreach (var folder in _folders) Prepare(folder);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_folders.Select(f => new FolderPump(f, intake, health, machine, logger)).Select(p => Task.Run(() => p.RunAsync(stoppingToken), stoppingToken)));

    private static void Prepare(IMailFolder folder)
    {
        try
        {
            folder.Prepare();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The pump tries each second, and health says so.
        }
    }

    private IEnumerable<IMailFolder> Folders()
    {
        foreach (var (id, channel) in settings.Channels)
        {
            if (channel.Intake.Drop is { } drop) yield return new DropFolder(id, data.Resolve(drop), data.Contains(drop), machine, clock);
            if (channel.Intake.Maildir is { } maildir) yield return new Maildir(id, data.Resolve(maildir));
        }
    }
}
