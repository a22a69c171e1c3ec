using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Options of one Genesys Cloud organisation.</summary>
public sealed class GenesysCloudOptions
{
    [Description("The region's domain, as in mypurecloud.de: api.{Domain} and login.{Domain} are called.")]
    [Required(ErrorMessage = "must not be empty")]
    public string Domain { get; set; } = "";

    [Description("Instead of https://api.{Domain}: a gateway, or stubs. https, except on loopback.")]
    public string? ApiUrl { get; set; }

    [Description("Instead of https://login.{Domain}.")]
    public string? LoginUrl { get; set; }

    [Description("Id of the OAuth client with grant Client Credentials.")]
    [Required(ErrorMessage = "must not be empty")]
    public string ClientId { get; set; } = "";

    [Description("Its secret.")]
    [Secret]
    [Required(ErrorMessage = "must not be empty")]
    public string ClientSecret { get; set; } = "";

    [Description("Name of the mail provider our conversations carry.")]
    [MinLength(1, ErrorMessage = "must not be empty")]
    public string Provider { get; set; } = "Connector";

    [Description("Ids of the queues the instance uses; none named: all the client can see.")]
    public IList<string> Queues { get; set; } = [];

    [Description("Id of the division new wrap-up codes are made in; the client's own when absent.")]
    public string? Division { get; set; }

    [Description("Ids or names of the codes that the vendor's own timeout sets. Needed where wrap-up is time-boxed without early exit: there the times do not tell.")]
    public IList<string> TimeoutCodes { get; set; } = [];

    [Description("Where a wrap-up code is written: on the agent's Communication, or on the Participant.")]
    public WrapUpPlace WrapUpOn { get; set; } = WrapUpPlace.Communication;

    [Description("How long between two polls.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "must be from 1s to 10m")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(10);

    [Description("Percent of the calls a minute that polling may use.")]
    [Range(1, 90, ErrorMessage = "must be from 1 to 90")]
    public int PollShare { get; set; } = 50;

    [Description("Calls a minute, of which a fifth is kept for agents' acts.")]
    [Range(10, 6000, ErrorMessage = "must be from 10 to 6000")]
    public int CallsPerMinute { get; set; } = 300;

    [Description("How long one try of a call may take.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "must be from 1s to 1m")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    [Description("How long an accepted write may stay invisible to a read of the conversation.")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "must be from 100ms to 1m")]
    public TimeSpan VisibleWithin { get; set; } = TimeSpan.FromSeconds(5);

    [Description("How long a new conversation may stay invisible to a search.")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 1s to 1h")]
    public TimeSpan SearchableWithin { get; set; } = TimeSpan.FromMinutes(2);

    [Description("How far back a search for lost work goes, and around the time of a call whose answer was lost.")]
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ErrorMessage = "must be from 1m to 7d")]
    public TimeSpan SearchWindow { get; set; } = TimeSpan.FromHours(1);

    [Description("Conversations one search reads at most.")]
    [Range(1, 1000, ErrorMessage = "must be from 1 to 1000")]
    public int SearchLimit { get; set; } = 100;

    [Description("How long names of queues, agents and codes are kept before they are read again.")]
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "must be from 10s to 1h")]
    public TimeSpan DirectoryFor { get; set; } = TimeSpan.FromMinutes(5);

    [Description("How long a finished conversation is remembered.")]
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00", ErrorMessage = "must be from 1h to 90d")]
    public TimeSpan KeepFinished { get; set; } = TimeSpan.FromDays(7);

    [Description("Whether the check tries each permission to write, on a conversation that does not exist.")]
    public bool ProbeWrites { get; set; } = true;
}

/// <summary>Where a wrap-up code is written.</summary>
public enum WrapUpPlace
{
    /// <summary>On the communication of the agent's leg.</summary>
    Communication,

    /// <summary>On the agent's participant.</summary>
    Participant,
}
