using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Runtime.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Targets;

/// <summary>Queues and agents the vendor authorises for the work of one interaction, as the host knows it (kept for <c>AuthorisedTargetsCache</c> at most).</summary>
internal sealed class TargetReading(ConnectorApp app)
{
    public async Task<IReadOnlyList<TransferTarget>> ListAsync(string id, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var interaction = RecordId.TryParse(id, 'i', out var number) ? await db.Interactions.FirstOrDefaultAsync(i => i.Id == number && i.Tenant == app.Store.Tenant, cancellation) : null;
        if (interaction is null) throw OperationRefusedException.NoSuch("interaction", id);
        if (interaction.IsClosed) throw new OperationRefusedException(RuleNames.InteractionClosed, $"interaction '{id}' is {interaction.State}; only open work is handed over");
        if (!app.Setup.CapabilitiesOf(interaction.Instance).HasFlag(Capability.ListTargets))
            throw new OperationRefusedException(RuleNames.NotSupported, $"instance '{interaction.Instance}' lists no targets");
        return await app.Transfers.AuthorisedAsync(interaction, cancellation);
    }
}
