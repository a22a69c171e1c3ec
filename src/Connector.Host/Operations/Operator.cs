using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Host.Api.Requests;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Secrets;
using Connector.Storage.Writing;

namespace Connector.Host.Operations;

/// <summary>Who does it, and the parts it is done with: the same for a request and for a command in a process of its own.</summary>
internal sealed record Operator(ConnectorApp App, Actor By, string Correlation)
{
    /// <summary>The request's idempotency key; null: it has none.</summary>
    public Once? Once { get; init; }

    /// <summary>One command, kept under the request's idempotency key in its own transaction; one whose answer was lost is not given again.</summary>
    public async Task<Outcome> GiveAsync(Input input, CancellationToken cancellation)
    {
        var before = Once?.Recall();
        var outcome = before is null ? await App.Door.HandleAsync(input, new Handling(Urgency.Command, Beside: Once is null ? null : Once.Beside), cancellation) : new Outcome(before);
        Once?.Given();
        return outcome;
    }

    public static Operator OfCommandLine(ConnectorApp app, string correlation) => new(app, new Actor("admin:command-line", AgentRole.Administrator), correlation);

    /// <summary>What was changed may hold secrets and customers' addresses; the audit, kept for ever, does not.</summary>
    public Task AuditAsync(string action, string target, string? before, string? after, CancellationToken cancellation) =>
        App.Store.Audit.AddAsync(App.Clock.Now, By.Name, action, target, Clean(before), Clean(after), cancellation);

    private string? Clean(string? words) => words is null ? null : AddressMask.Apply(App.Mask.Apply(words));
}
