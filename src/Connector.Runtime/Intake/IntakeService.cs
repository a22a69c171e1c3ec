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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Folders().Select(f => new FolderPump(f, intake, health, machine, logger)).Select(p => Task.Run(() => p.RunAsync(stoppingToken), stoppingToken)));

    private IEnumerable<IMailFolder> Folders()
    {
        foreach (var (id, channel) in settings.Channels)
        {
            if (channel.Intake.Drop is { } drop) yield return new DropFolder(id, data.Resolve(drop), data.Contains(drop), machine, clock);
            if (channel.Intake.Maildir is { } maildir) yield return new Maildir(id, data.Resolve(maildir));
        }
    }
}
