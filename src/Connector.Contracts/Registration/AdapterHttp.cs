namespace Connector.Contracts;

/// <summary>What an instance may ask of its vendor. Shown by <c>status</c>.</summary>
/// <param name="PerMinute">Calls a minute, of which a fifth is kept for agents' acts.</param>
/// <param name="Timeout">How long one try may take.</param>
/// <param name="Retries">How often a call is repeated inside the pipeline before the host's own back-off takes over.</param>
public sealed record HttpBudget(int PerMinute, TimeSpan Timeout, int Retries = 2);

/// <summary>Marks a request that is no GET, HEAD, PUT or DELETE as harmless to repeat.</summary>
public static class HttpRepeat
{
    /// <summary>Set to true among the options of a request.</summary>
    public static readonly HttpRequestOptionsKey<bool> Allow = new("connector.repeat");
}

/// <summary>The token all calls of an instance carry.</summary>
public interface IAccessTokens
{
    /// <summary>A token that is still good.</summary>
    ValueTask<string> GetAsync(CancellationToken cancellation);

    /// <summary>The vendor refused this token: the next <see cref="GetAsync"/> fetches another, unless that has happened meanwhile.</summary>
    void Refused(string token);
}

/// <summary>A token and how long it is good for, as the vendor says.</summary>
public sealed record AccessToken(string Value, TimeSpan ExpiresIn);

/// <summary>Translates between the vendor's agents and ours: by address, else by <c>Instances:{id}:Agents</c> (vendor's id to ours).</summary>
public interface IAgentNames
{
    /// <summary>Our id of a vendor's agent. One whom nobody named is known by their address, without one by the vendor's id.</summary>
    string OursOf(string vendorId, string? email);

    /// <summary>The vendor's id that the settings name for our agent; null: look the agent up by <see cref="EmailOf"/>.</summary>
    string? VendorIdOf(string agent);

    /// <summary>Address of our agent; the id itself when it is one; null when unknown.</summary>
    string? EmailOf(string agent);
}
