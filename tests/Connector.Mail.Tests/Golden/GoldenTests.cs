using System.Text.Json.Nodes;

using Connector.Mail.Json;

namespace Connector.Mail.Tests.Golden;

/// <summary>Every golden mail, in both forms mail arrives in.</summary>
public sealed class GoldenTests
{
    /// <summary>Whose product this is, as far as golden mails are concerned.</summary>
    private static readonly OwnMail Own = new(
        address => address.Equals("support@example.org", StringComparison.OrdinalIgnoreCase) || address.StartsWith("support+", StringComparison.OrdinalIgnoreCase) && address.EndsWith("@example.org", StringComparison.OrdinalIgnoreCase),
        id => id.EndsWith("@own.example.org", StringComparison.Ordinal),
        marker => marker == "own-marker");

    public static TheoryData<string> Names => [.. GoldenMail.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WithCrLf_FindsWhatIsExpected(string name)
    {
        var golden = GoldenMail.Load(name);
        Compare(golden, golden.Bytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WithLf_FindsTheSame(string name)
    {
        var golden = GoldenMail.Load(name);
        Compare(golden, golden.WithLf());
    }

    [Fact]
    public void Corpus_HoldsAtLeastTwoHundredTraits() => Assert.InRange(GoldenMail.Names.Count(), 200, int.MaxValue);

    private static void Compare(GoldenMail golden, byte[] bytes)
    {
        var actual = JsonNode.Parse(ParsedMailJson.Line(ParsedMail.Of(MailReader.Read(bytes), Own)))!;
        var expected = golden.Expected.DeepClone().AsObject();
        expected.Remove("asIs");
        var differences = Subset.Differences(expected, actual).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences) + $"\n{actual["classReason"]}");
    }
}
