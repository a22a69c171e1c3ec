namespace Connector.EndToEnd.Tests.Kit;

/// <summary>Waits for what other processes bring about: looks again and again, and says what it waited for when the time is over.</summary>
internal static class Until
{
    /// <summary>Far beyond what anything here takes on a quiet machine.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static Task TrueAsync(string what, Func<Task<bool>> look, TimeSpan? atMost = null) =>
        SomeAsync(what, async () => await look() ? "yes" : null, atMost);

    public static Task TrueAsync(string what, Func<bool> look, TimeSpan? atMost = null) =>
        SomeAsync(what, () => Task.FromResult(look() ? "yes" : null), atMost);

    public static async Task<T> SomeAsync<T>(string what, Func<Task<T?>> look, TimeSpan? atMost = null)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } found) return found;
            if (TimeProvider.System.GetElapsedTime(started) > (atMost ?? Long)) Assert.Fail($"not within {atMost ?? Long}: {what}");
            await Task.Delay(Between, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
