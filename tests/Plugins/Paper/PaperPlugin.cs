using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Sample.Paper;

public sealed class PaperOptions
{
    [Description("The vendor: a JSON file that tests write and read.")]
    [Required]
    public string File { get; set; } = "";

    [Description("When the vendor frees the capacity of an agent who hands work over.")]
    public CapacityFreed Freed { get; set; }
}

/// <summary>A vendor whose whole state is one JSON file, so that a test can make it drift.</summary>
public sealed class PaperPlugin : IPlugin<PaperOptions>
{
    public IAdapter Create(PaperOptions options, IAdapterHost host) => new PaperAdapter(new Paper(options.File), options.Freed, host);
}
