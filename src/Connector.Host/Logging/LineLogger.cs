namespace Connector.Host.Logging;

/// <summary>Gives every category a logger that writes lines.</summary>
internal sealed class LineLoggerProvider(LogLines lines) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, lines, () => _scopes);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => lines.Flush();
}

internal sealed class LineLogger(string category, LogLines lines, Func<IExternalScopeProvider> scopes) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes().Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var fields = new List<KeyValuePair<string, object?>>();
        scopes().ForEachScope((scope, to) => Collect(scope, to), fields);
        Collect(state, fields);
        lines.Write(new(logLevel, category, eventId.Id, formatter(state, exception), fields, exception));
    }

    /// <summary>Named values only: of a text alone nothing can be searched.</summary>
    private static void Collect(object? state, List<KeyValuePair<string, object?>> fields)
    {
        if (state is not IEnumerable<KeyValuePair<string, object>> named) return;
        foreach (var (name, value) in named)
            if (name != "{OriginalFormat}") fields.Add(new(name, value));
    }
}

/// <summary>One event as logged.</summary>
internal sealed record LogEvent(LogLevel Level, string Category, int Id, string Message, IReadOnlyList<KeyValuePair<string, object?>> Fields, Exception? Failure);
