using System.CommandLine;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations.Audit;

namespace Connector.Host.Cli.Audit;

/// <summary><c>audit list</c>: who did what, when, before and after.</summary>
internal static class AuditCommands
{
    private static readonly Option<int> Limit = new("--limit") { Description = "So many, newest first", DefaultValueFactory = _ => 100 };

    public static Command Create() => new Command("audit", "What administrators and sweeps did").With(new Command("list", "Newest first").With(Limit).Does(ListAsync));

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        if (call.Get(Limit) is < 1 or > 10_000) throw new WrongCallException("--limit: must be from 1 to 10000.");
        await using var store = await ReadAccess.OpenAsync(call, call.LoadChecked(), cancellation);
        return call.Print.Answer(await new AuditReading(store).PageAsync(long.MaxValue, call.Get(Limit), cancellation), (entries, print) =>
            print.Table(new Table("at", "by", "action", "target", "before", "after", "why").AddAll(entries, a => [a.At, a.By, a.Action, a.Target, a.Before, a.After, a.Why])));
    }
}
