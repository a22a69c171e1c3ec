using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Engine.Tests.Outbound;

/// <summary>What a preview says is what is then sent, whoever is on the thread.</summary>
public sealed class AudienceTests
{
    private static readonly string[] Outsiders = ["dora@customer.example", "emil@customer.example", "fay@partner.example"];
    private static readonly string[] Insiders = ["bob@staff.example.org", "lily@staff.example.org", "sue@staff.example.org"];

    [Fact]
    [Trait("Requirement", "R213")]
    [Trait("Requirement", "R218")]
    [Trait("Requirement", "R224")]
    public void Of_AnyPeople_IsTheEnvelopeThenSent() => Prop.ForAll(
        ArbMap.Default.ArbFor<(int Ccs, int Followers, int Removed, bool Note)>(), play =>
        {
            var scenario = new Scenario();
            var interaction = scenario.Interaction(scenario.Mail(new TestMail()).InteractionId).Id;
            scenario.Accept(interaction, "ann");
            foreach (var address in Chosen(Outsiders, play.Ccs)) Put(scenario, interaction, address, ParticipantRole.Cc);
            foreach (var address in Chosen(Insiders, play.Followers)) Put(scenario, interaction, address, ParticipantRole.Follower);
            foreach (var address in Chosen(Outsiders, play.Removed))
                scenario.Handle(new RemoveParticipant { At = scenario.Now, By = Actor.OfAgent("ann"), Correlation = "test", InteractionId = interaction, Address = address });

            var reply = new AgentReply { At = scenario.Now, By = Actor.OfAgent("ann"), Correlation = "test", InteractionId = interaction, Text = "Hello" };
            var preview = Audience.Of(scenario.Door.Decide(reply))!;
            var sent = Audience.Of(scenario.Door.Handle(reply))!;
            var expected = Chosen(Outsiders, play.Ccs).Except(Chosen(Outsiders, play.Removed)).ToList();

            return preview.Recipients.SequenceEqual(sent.Recipients)
                && preview.Visible.SequenceEqual(sent.Visible)
                && preview.Informed.SequenceEqual(sent.Informed)
                && preview.NewReaders.SequenceEqual(sent.NewReaders)
                && sent.Mail.Cc.Select(a => a.Address).Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))
                && sent.Recipients.Order(StringComparer.Ordinal).SequenceEqual(sent.Visible.Order(StringComparer.Ordinal))
                && !sent.Recipients.Intersect(Insiders).Any()
                && sent.Informed.Order(StringComparer.Ordinal).SequenceEqual(Chosen(Insiders, play.Followers).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    private static List<string> Chosen(string[] from, int bits) => [.. from.Where((_, n) => (bits >> n & 1) == 1)];

    private static void Put(Scenario scenario, long interaction, string address, ParticipantRole role) => Assert.IsNotType<Answer.Refused>(scenario.Handle(new AddParticipant
    {
        At = scenario.Now, By = Actor.OfAgent("ann", AgentRole.Agent), Correlation = "test", InteractionId = interaction, Address = address, Role = role,
    }));
}
