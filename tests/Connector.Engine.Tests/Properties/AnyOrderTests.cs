using Connector.Engine.Interactions;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Properties;

/// <summary>Whatever people name and leave out, and in whatever order it comes: at most one open interaction a thread, nothing seen that a right order hides, and what stays apart says why.</summary>
public sealed class AnyOrderTests
{
    private const int RightOrdersTried = 400;

    /// <summary>Answers go at least to those whom they answer. Who is taken off by being left out begins anew, in any order; else all of it is one conversation.</summary>
    [Theory]
    [InlineData("support")]
    [InlineData("cases")]
    [InlineData("remote")]
    [Trait("Requirement", "R032")]
    [Trait("Requirement", "R040")]
    [Trait("Requirement", "H12")]
    public void Arrive_AnswersToWhomTheyAnswer_AreNeverMoreThanInARightOrder(string channel) => Trees.ForAny(chance =>
    {
        var tree = MailTree.Grow(chance, channel, new Habits(Reached: chance.Next(4) > 0));
        var setup = TestSetup.Create(r => r with { AcknowledgeTemplate = chance.Next(2) == 0 ? null : "We read it." });
        var came = Shuffled(chance, tree);
        var arrivals = new Arrivals(tree, channel, setup).Play(came.Concat(came.Take(chance.Next(3))));
        arrivals.HaveOneInteractionEach();
        arrivals.SayWhyTheyAreApart();
        arrivals.HideWhatLeftTheRequesterOut();
        arrivals.ShowNothingToWhomItLeftOut();
        Assert.True(arrivals.Open == 1 || arrivals.IsAnybodyTakenOff, $"nobody is taken off\n{arrivals}");
        if (arrivals is { Open: > 1, IsTakenOffByAnother: false, HasOneWhoIsOffWritten: false })
            Assert.True(tree.RightOrders().Take(RightOrdersTried).Prepend(tree.InOrder(came)).Any(right => new Arrivals(tree, channel, setup).Play(right).Open >= arrivals.Open), $"no right order has as many\n{arrivals}");
    });

    [Theory]
    [InlineData("support")]
    [InlineData("cases")]
    [InlineData("remote")]
    [Trait("Requirement", "R032")]
    [Trait("Requirement", "R040")]
    public void Arrive_AnyAnswers_AreOneInteractionAThreadAndSayWhyTheyAreApart(string channel) => Trees.ForAny(chance =>
    {
        var tree = MailTree.Grow(chance, channel, new Habits(chance.Next(2) == 0, chance.Next(2) == 0, chance.Next(2) == 0));
        var removal = chance.Next(2) == 0;
        var worked = chance.Next(2) == 0;
        var arrivals = new Arrivals(tree, channel, TestSetup.Create(r => r with { CcRemovalByOmission = removal }));
        arrivals.Play(Shuffled(chance, tree), s => Work(s, worked ? chance : null));
        arrivals.HaveOneInteractionEach();
        arrivals.SayWhyTheyAreApart();
        if (!worked) arrivals.HideWhatLeftTheRequesterOut();
        if (!worked && removal) arrivals.ShowNothingToWhomItLeftOut();
    });

    /// <summary>Now and then somebody takes work up, and now and then answers it.</summary>
    private static void Work(Scenario s, Random? chance)
    {
        if (chance is null || chance.Next(5) > 0 || s.Store.Where<Interaction>(i => i is { IsClosed: false, Owner: null }) is not [.., var last]) return;
        s.Accept(last.Id, "ann");
        if (chance.Next(2) == 0) s.As("ann").Reply(last.Id);
    }

    private static int[] Shuffled(Random chance, MailTree tree)
    {
        var order = tree.Written;
        chance.Shuffle(order);
        return order;
    }
}
