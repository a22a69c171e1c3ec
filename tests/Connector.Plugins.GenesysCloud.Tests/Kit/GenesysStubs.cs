using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.WireMock;

[assembly: AssemblyFixture(typeof(GenesysStubs))]

namespace Connector.Plugins.GenesysCloud.Tests.Kit;

/// <summary>The vendor's stubs, run by the real WireMock, one for the assembly.</summary>
public sealed class GenesysStubs() : WireMockServer("GenesysCloud")
{
    /// <summary>Tests that use the stubs run one after another.</summary>
    public const string Collection = "GenesysCloud stubs";
}
