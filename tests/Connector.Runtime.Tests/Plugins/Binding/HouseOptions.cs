using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Connector.Runtime.Tests.Plugins.Binding;

/// <summary>Options with one of everything.</summary>
public sealed class HouseOptions
{
    [Description("What it is called.")]
    [Required(ErrorMessage = "must not be empty")]
    public string Name { get; set; } = "";

    [Description("How long to wait.")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 1s to 1h")]
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan? Long { get; set; }

    public IDictionary<ChannelType, int> Limits { get; set; } = new Dictionary<ChannelType, int>();

    [MinLength(0)]
    public IList<DoorOptions> Doors { get; set; } = [];

    [Description("Opens it.")]
    [Secret]
    public string? Token { get; set; }

    [Secret]
    public IList<string> Keys { get; set; } = [];

    public Uri? Base { get; set; }

    public DoorOptions? Front { get; set; }
}

public sealed class DoorOptions
{
    [Required(ErrorMessage = "must not be empty")]
    public string Id { get; set; } = "";

    [Range(1, 9, ErrorMessage = "must be from 1 to 9")]
    public int Size { get; set; } = 2;

    public DoorKind Kind { get; set; }

    public IList<string> Tags { get; set; } = [];
}

public enum DoorKind
{
    Wood,
    Steel,
}
