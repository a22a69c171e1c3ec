namespace Connector.Contracts;

/// <summary>Version of this contract. A manifest names the version it was built for; the host refuses another major or a higher minor.</summary>
public static class ContractVersion
{
    /// <summary>Raised when a member is removed or changes its meaning.</summary>
    public const int Major = 1;

    /// <summary>Raised when something is added.</summary>
    public const int Minor = 2;
}
