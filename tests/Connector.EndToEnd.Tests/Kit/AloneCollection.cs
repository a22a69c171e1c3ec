namespace Connector.EndToEnd.Tests.Kit;

/// <summary>Tests that want the machine for themselves: after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
