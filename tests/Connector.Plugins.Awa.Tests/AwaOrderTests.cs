using Connector.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Plugins.Awa.Tests;

/// <summary>Random orders of everything that can happen, on two hosts that share one store.</summary>
public sealed class AwaOrderTests
{
    [Fact]
    public void AnyOrder_OfCalls_KeepsThePromises()
    {
        var act = from kind in Gen.Elements(Enum.GetValues<ActKind>())
                  from who in Gen.Choose(0, 2)
                  from what in Gen.Choose(0, 7)
                  from host in Gen.Choose(0, 1)
                  select new Act(kind, who, what, host);
        var story = act.ListOf().Select(acts => acts.ToArray()).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120),
            Prop.ForAll(story, acts => PlayAsync(acts).GetAwaiter().GetResult()));
    }

    private static async Task<bool> PlayAsync(Act[] acts)
    {
        await using var story = await AwaStory.BeginAsync();
        foreach (var act in acts)
        {
            await story.PlayAsync(act);
            await story.CheckAsync(act);
        }

        return true;
    }
}
