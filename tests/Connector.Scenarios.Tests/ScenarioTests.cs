using Connector.Scenarios.Tests.Kit;
using Connector.Storage.Tests.Kit;

namespace Connector.Scenarios.Tests;

/// <summary>Every scenario file through the real door: on SQLite, and on PostgreSQL where there is one. What it must come to is written from the rule book.</summary>
public sealed class ScenarioTests(PostgresServer server)
{
    public static IEnumerable<TheoryDataRow<string>> All => Directory.GetFiles(Root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => Row(path, ScenarioFile.Read(path)));

    private static string Root => Path.Combine(AppContext.BaseDirectory, "scenarios");

    [Theory]
    [MemberData(nameof(All))]
    public Task Play_OnSqlite_ComesToWhatTheRulesSay(string scenario) => PlayAsync(scenario, null);

    [Theory]
    [MemberData(nameof(All))]
    public Task Play_OnPostgres_ComesToWhatTheRulesSay(string scenario) => PlayAsync(scenario, server);

    [Fact]
    public void Scenarios_AreEnough() => Assert.True(All.Count() >= 80, $"{All.Count()} scenarios");

    private static async Task PlayAsync(string scenario, PostgresServer? server)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var file = ScenarioFile.Read(Path.Combine(Root, $"{scenario}.json"));
        var templates = new Templates();
        await using var place = await Place.MakeAsync(file, templates, server, cancellation);
        var faults = await new Play(file, place, templates, cancellation).RunAsync();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static TheoryDataRow<string> Row(string path, ScenarioFile file)
    {
        var row = new TheoryDataRow<string>(Path.ChangeExtension(Path.GetRelativePath(Root, path), null).Replace('\\', '/'));
        return file.Proves.Aggregate(row, (r, requirement) => r.WithTrait("Requirement", requirement));
    }
}
