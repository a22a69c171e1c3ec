using System.Runtime.CompilerServices;

namespace Connector.Engine.Tests.Kit;

/// <summary>One row: what comes in, on which condition, from which states, and what it comes to.</summary>
internal sealed record StateRow(string Input, string When, IReadOnlyList<string> From, string Result, string Events)
{
    public override string ToString() => $"{Input} {When} from {string.Join(", ", From)}: {Result} {Events}".Replace("  ", " ");
}

/// <summary>The state table of a README: every Markdown row of five cells below the heading <c>Input</c>.</summary>
internal static class StateTable
{
    public static IReadOnlyList<StateRow> Read(string path) => [.. File.ReadLines(path)
        .Where(l => l.StartsWith('|'))
        .Select(l => l.Split('|').Skip(1).SkipLast(1).Select(c => c.Trim().Trim('`')).ToArray())
        .Where(c => c.Length == 5 && c[0] != "Input" && !c[0].StartsWith("---", StringComparison.Ordinal))
        .Select(c => new StateRow(c[0], c[1], c[2].Split(", "), c[3], c[4]))];

    public static string ReadmeOf(string noun, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Connector.Engine", noun, "README.md"));

    /// <summary>The nested records of a union of inputs: all that can come in.</summary>
    public static IReadOnlyList<string> Variants(Type union) => [.. union.GetNestedTypes().Where(t => t.IsAssignableTo(union)).Select(t => t.Name).Order(StringComparer.Ordinal)];
}
