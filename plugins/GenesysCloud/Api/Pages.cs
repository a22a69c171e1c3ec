namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>All pages of a list.</summary>
internal static class Pages
{
    public static async ValueTask<IReadOnlyList<T>> EveryAsync<T>(Func<int, CancellationToken, Task<Page<T>>> page, CancellationToken cancellation) =>
        await AllAsync<T>(async (number, c) => await page(number, c), cancellation) ?? [];

    /// <summary>Null: what the list belongs to is not there.</summary>
    public static async ValueTask<IReadOnlyList<T>?> AllAsync<T>(Func<int, CancellationToken, Task<Page<T>?>> page, CancellationToken cancellation)
    {
        List<T> all = [];
        for (var number = 1; ; number++)
        {
            if (await page(number, cancellation) is not { } answer) return number == 1 ? null : all;
            all.AddRange(answer.Entities ?? []);
            if (answer.Entities is not { Count: > 0 } || answer.IsLast(number)) return all;
        }
    }
}
