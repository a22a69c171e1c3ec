using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Sample.Two;

public sealed class TwoOptions
{
    [Description("Said before the version.")]
    [Required]
    public string Greeting { get; set; } = "";

    [Description("Opens the vendor's door.")]
    [Secret]
    public string? Token { get; set; }
}

public sealed class TwoPlugin : IPlugin<TwoOptions>
{
    public IAdapter Create(TwoOptions options, IAdapterHost host) => new TwoAdapter(options);
}

/// <summary>Answers with the version of its private library.</summary>
public sealed class TwoAdapter(TwoOptions options) : IAdapter, IRouteWork
{
    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    public ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation) =>
        ValueTask.FromResult(new RoutedWork($"{options.Greeting} {Tiny.Words.OnlyInTwo} {typeof(Tiny.Words).Assembly.GetName().Version}"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
