namespace Connector.Mail.Tests.Golden.Fuzzing;

/// <summary>A short run of what <c>tests/Connector.Mail.Fuzz</c> does at length.</summary>
public sealed class FuzzTests
{
    private const int Mails = 3000;

    [Fact]
    public void Read_MutatedGoldenMails_NeverFailsAndStaysInBounds()
    {
        var run = new FuzzRun([.. GoldenMail.Names.Select(n => GoldenMail.Load(n).Bytes)]);
        for (var seed = 0; seed < Mails; seed++) run.Read(seed);
        Assert.Equal(Mails, run.Count);
        Assert.True(run.Failures.Count == 0, string.Join('\n', run.Failures.Take(5).Select(f => $"seed {f.Seed}: {f.Reason}")));
    }

    [Fact]
    public void Make_SameSeed_GivesTheSameMail()
    {
        var mutator = new Mutator([.. GoldenMail.Names.Take(20).Select(n => GoldenMail.Load(n).Bytes)]);
        Assert.All(Enumerable.Range(0, 200), seed => Assert.Equal(mutator.Make(seed), mutator.Make(seed)));
    }
}
