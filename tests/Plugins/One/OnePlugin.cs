using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Sample.One;

public sealed class OneOptions
{
    [Description("Said before the version.")]
    [Required]
    public string Greeting { get; set; } = "";

    [Description("Opens the vendor's door.")]
    [Secret]
    public string? Token { get; set; }
}

public sealed class OnePlugin : IPlugin<OneOptions>
{
    public IAdapter Create(OneOptions options, IAdapterHost host) => new OneAdapter(options);
}

/// <summary>Answers with the version of its private library.</summary>
public sealed class OneAdapter(OneOptions options) : IAdapter, IRouteWork
{
    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    public ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation) =>
        ValueTask.FromResult(new RoutedWork($"{options.Greeting} {Tiny.Words.Version} {typeof(Tiny.Words).Assembly.GetName().Version}"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
