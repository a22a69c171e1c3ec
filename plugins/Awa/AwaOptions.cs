using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Connector.Plugins.Awa;

/// <summary>Options of one queue system.</summary>
public sealed class AwaOptions
{
    [Description("Waiting lines. At least one.")]
    [MinLength(1, ErrorMessage = "must name at least one queue")]
    public IList<QueueOptions> Queues { get; set; } = [];

    [Description("People who take work.")]
    public IList<AgentOptions> Agents { get; set; } = [];

    [Description("How long an agent has to answer an offer before the next one gets it.")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 1s to 1h")]
    public TimeSpan OfferTimeout { get; set; } = TimeSpan.FromSeconds(30);

    [Description("When everybody who can take an item has declined it: the pause before it is offered to them again.")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 1s to 1h")]
    public TimeSpan OfferAgainAfter { get; set; } = TimeSpan.FromMinutes(1);

    [Description("How long a finished work item can still be read.")]
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00", ErrorMessage = "must be from 1h to 90d")]
    public TimeSpan KeepFinished { get; set; } = TimeSpan.FromDays(7);
}

/// <summary>One waiting line.</summary>
public sealed class QueueOptions
{
    [Description("Name used in Channels:…:Route:Queue.")]
    [Required(ErrorMessage = "must not be empty")]
    public string Id { get; set; } = "";

    [Description("Skills an agent needs, all of them, to be offered work of this queue.")]
    public IList<string> Skills { get; set; } = [];

    [Description("Instead of the general OfferTimeout.")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 1s to 1h")]
    public TimeSpan? OfferTimeout { get; set; }
}

/// <summary>One agent.</summary>
public sealed class AgentOptions
{
    [Description("The agent's id, the same as on API keys.")]
    [Required(ErrorMessage = "must not be empty")]
    public string Id { get; set; } = "";

    [Description("The agent's mail address.")]
    [Required(ErrorMessage = "must not be empty")]
    [EmailAddress(ErrorMessage = "must be a mail address")]
    public string Email { get; set; } = "";

    [Description("Name for people's eyes.")]
    public string? Name { get; set; }

    [Description("What the agent can do.")]
    public IList<string> Skills { get; set; } = [];

    [Description("Queues the agent serves; empty: all.")]
    public IList<string> Queues { get; set; } = [];

    [Description("Units of work at once for each channel type; a type that is not named is not taken. Nothing named: Email 3.")]
    public IDictionary<ChannelType, int> Capacity { get; set; } = new Dictionary<ChannelType, int>();

    [Description("Whether the agent is available when the instance first starts; later the presence last set holds.")]
    public bool Available { get; set; }
}
