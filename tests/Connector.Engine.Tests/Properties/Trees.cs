using System.Globalization;

namespace Connector.Engine.Tests.Properties;

/// <summary>What holds for any tree of mails: the same ones in every run; by hand with more, <c>CONNECTOR_TREES=1000-20000</c>.</summary>
internal static class Trees
{
    private const int Most = 150;

    /// <summary>Trees that have told of an error.</summary>
    private static readonly int[] Found = [34264, 400016, 1990017192];

    public static void ForAny(Action<Random> holds)
    {
        var failed = new List<string>();
        foreach (var seed in Seeds())
        {
            try
            {
                holds(new Random(seed));
            }
            catch (Exception e)
            {
                failed.Add($"seed {seed}: {e}");
            }
        }
        Assert.True(failed.Count == 0, $"{failed.Count} fail\n{string.Join('\n', failed.Take(20))}");
    }

    private static IEnumerable<int> Seeds() => Environment.GetEnvironmentVariable("CONNECTOR_TREES")?.Split('-') is [var first, var end]
        ? Enumerable.Range(Number(first), Number(end) - Number(first))
        : [.. Enumerable.Range(1, Most), .. Found];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
