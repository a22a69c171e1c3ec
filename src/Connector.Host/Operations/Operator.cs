using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Host.Api.Requests;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Secrets;
using Connector.Storage.Rows;
using Connector.Storage.Writing;

namespace Connector.Host.Operations;

/// <summary>Who does it, and the parts it is done with: the same for a request and for a command in a process of its own.</summary>
internal sealed record Operator(ConnectorApp App, Actor By, string Correlation)
{
    /// <summary>The request's idempotency key; null: it has none.</summary>
    public Once? Once { get; init; }

    /// <summary>
    /// Every act goes this way: what it stores, its lines in the audit and the record of the request's idempotency key are one transaction. An act whose
    /// answer was lost is not done again; what it came to is told.
    /// </summary>
    /// <param name="act">Stores what stands beside it in its own transaction.</param>
    /// <param name="tell">What it came to; may refuse.</param>
    /// <param name="lines">None: nothing happened.</param>
    public async Task<TTold> ActAsync<TStored, TTold>(Func<Beside<TStored>, Task<TStored>> act, Func<TStored, TTold> tell, Func<TStored, IEnumerable<AuditLine>> lines)
        where TTold : class
    {
        var told = Once?.Recall<TTold>() ?? tell(await act((stored, fresh) => Rows(stored, tell, lines, fresh)));
        Once?.Given();
        return told;
    }

    /// <summary>One command through the door.</summary>
    public Task<OperationResult> GiveAsync(Input input, string id, string done, Func<Outcome, IEnumerable<AuditLine>> lines, CancellationToken cancellation) =>
        ActAsync<Outcome, OperationResult>(beside => App.Door.HandleAsync(input, new Handling(Urgency.Command, Beside: beside), cancellation), outcome => OperationResult.Of(id, done, outcome.Answer),
            outcome => outcome.Answer is Answer.Done ? lines(outcome) : []);

    private List<object> Rows<TStored, TTold>(TStored stored, Func<TStored, TTold> tell, Func<TStored, IEnumerable<AuditLine>> lines, IFresh fresh)
        where TTold : class
    {
        List<object> rows = [.. lines(stored).Select(line => EntryOf(line, fresh))];
        if (rows.Count > 0 && Once is not null) rows.AddRange(Once.Beside(tell(stored)));
        return rows;
    }

    public static Operator OfCommandLine(ConnectorApp app, string correlation) => new(app, new Actor("admin:command-line", AgentRole.Administrator), correlation);

    /// <summary>What was changed may hold secrets and customers' addresses; the audit, kept for ever, does not.</summary>
    public AuditEntry EntryOf(AuditLine line, IFresh fresh) => new()
    {
        Id = fresh.Id(), Tenant = App.Store.Tenant, At = App.Clock.Now, By = By.Name, Action = line.Action, Target = line.Target, Before = Clean(line.Before), After = Clean(line.After),
    };

    private string? Clean(string? words) => words is null ? null : AddressMask.Apply(App.Mask.Apply(words));
}
