using Connector.Contracts;
using Connector.Runtime.Clock;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Inbox;

/// <summary>A vendor outside lives on machine time; the rules compare its instants with ours, on business time. An instance in the host's own process has business time already.</summary>
internal static class VendorTime
{
    /// <summary>As it goes to the door: in business time, and without secrets and addresses in the vendor's own words.</summary>
    public static WorkObservation Heard(this WorkObservation work, PluginInstance instance, IBusinessClock clock) =>
        work.InBusinessTime(instance, clock) with { Reason = work.Reason is { } reason ? instance.Clean(reason) : null };

    private static WorkObservation InBusinessTime(this WorkObservation work, PluginInstance instance, IBusinessClock clock) =>
        clock.Offset == TimeSpan.Zero || instance.Manifest?.Delivery == EventDelivery.Local
            ? work
            : work with { At = work.At + clock.Offset, Transfer = work.Transfer is { } t ? t with { At = t.At + clock.Offset } : null };
}
