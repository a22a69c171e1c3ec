using System.CommandLine;
using Connector.Host.Cli.Audit;
using Connector.Host.Cli.Codes;
using Connector.Host.Cli.Config;
using Connector.Host.Cli.Cursors;
using Connector.Host.Cli.Db;
using Connector.Host.Cli.Demo;
using Connector.Host.Cli.Keys;
using Connector.Host.Cli.Mail;
using Connector.Host.Cli.Outbox;
using Connector.Host.Cli.Plugins;
using Connector.Host.Cli.Quarantine;
using Connector.Host.Cli.Reconciling;
using Connector.Host.Cli.Run;
using Connector.Host.Cli.Running;
using Connector.Host.Cli.Seed;
using Connector.Host.Cli.Show;
using Connector.Host.Cli.Status;
using Connector.Host.Cli.Sweeps;
using Connector.Host.Cli.Targets;

namespace Connector.Host.Cli;

/// <summary>The tree of commands. Without one, the host runs.</summary>
internal static class ConnectorCommand
{
    public static RootCommand Create() => (RootCommand)RunCommand.AddTo(new RootCommand("Takes customer mail in, routes it, threads the answers, closes with a code. Without a command the host runs."))
        .With(GlobalOptions.All)
        .With(
            RunCommand.Create(),
            DemoCommand.Create(),
            ParseCommand.Create(),
            IngestCommand.Create(),
            StatusCommand.Create(),
            ShowCommand.Create(),
            SweepsCommands.Create(),
            PluginsCommands.Create(),
            ConfigCommands.Create(),
            OutboxCommands.Create(),
            QuarantineCommands.Create(),
            CodesCommands.Create(),
            TargetsCommands.Create(),
            ReconcileCommand.Create(),
            KeysCommands.Create(),
            AuditCommands.Create(),
            CursorsCommands.Create(),
            SeedCommand.Create(),
            DbCommands.Create());
}
