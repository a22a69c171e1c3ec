using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Runtime.Door;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Sweeps;
using Connector.Storage.Writing;

namespace Connector.Runtime.Codes;

/// <summary>The sweep <c>code-sync</c>: reads every running instance's lists and hands them to the door. It writes nothing to a vendor.</summary>
public sealed class CodeSync(PluginInstances instances, IDoor door) : IVendorSweep
{
    public async Task<SweepReport> RunAsync(VendorSweep sweep, DateTimeOffset at, bool dryRun, CancellationToken cancellation)
    {
        var effects = new List<SweepEffect>();
        var (skipped, failures) = (0, new List<string>());
        foreach (var instance in instances.All.Where(CatalogueReader.CanRead))
        {
            try
            {
                var read = await CatalogueReader.ReadAsync(instance, at, Actor.Sweep(sweep.Name), $"{sweep.Name}-{instance.Id}", cancellation);
                var outcome = dryRun ? (await door.DryRunAsync([read], cancellation))[0] : await door.HandleAsync(read, Urgency.Sweep, cancellation);
                if (outcome.Answer is Answer.Refused refused) failures.Add(refused.Why);
                else if (outcome.Answer is Answer.Nothing) skipped++;
                effects.AddRange(outcome.Inserts.OfType<Activity>().Select(line => new SweepEffect(instance.Id, line.What, line.Before, line.After, line.Why)));
            }
            catch (AdapterException e)
            {
                failures.Add($"{instance.Id}: {e.Message}");
            }
        }
        return new(sweep.Name, at, dryRun, effects, skipped, failures.Count) { Failures = failures };
    }
}
