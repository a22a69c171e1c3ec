using System.Collections.Immutable;
using Connector.Runtime.Settings;

namespace Connector.Runtime.Plugins.Binding;

/// <summary>Options as bound, secrets resolved, and every fault found. To be used only when there is none.</summary>
public sealed record BoundOptions(object Value, ImmutableArray<SettingFault> Faults);
