using Connector.Engine.Settings;

namespace Connector.Engine.Tests.Settings;

public sealed class NotificationRulesTests
{
    [Fact]
    [Trait("Requirement", "R251")]
    public void NotificationFaults_RulesOfWhatIsNotThere_NameRoleAddressAndTemplate()
    {
        var rules = new Rules
        {
            Templates = new Dictionary<string, string> { ["done"] = "Case {number} is {state}." },
            Notifications =
            [
                new() { On = NotificationOn.PublicMessage, To = ["Requester", "owner", "Watchers"] },
                new() { On = NotificationOn.InternalNote, To = ["ann@staff.example.org", "gone@staff.example.org", "RequesterAndCcs", "a b@c"] },
                new() { On = NotificationOn.Update, To = ["Requester"], Template = "closed" },
                new() { On = NotificationOn.Update, To = ["Requester"], Template = "done" },
                new() { On = NotificationOn.Update, To = ["RequesterAndCcs"] },
                new() { On = NotificationOn.Update },
            ],
        };
        Assert.Equal(
            [
                ("Notifications:0:To:2", "must be one of Requester, RequesterAndCcs, Followers, Owner, Assignee, or an address", "Watchers"),
                ("Notifications:1:To:1", "nobody of ours has this address", "gone@staff.example.org"),
                ("Notifications:1:To:2", "customers are never told of an internal note", "RequesterAndCcs"),
                ("Notifications:1:To:3", "must be one of Requester, RequesterAndCcs, Followers, Owner, Assignee, or an address", "a b@c"),
                ("Notifications:2:Template", "there is no such template", "closed"),
                ("Notifications:4:Template", "customers need a template to read", ""),
                ("Notifications:5:To", "must name somebody", ""),
            ],
            rules.NotificationFaults(a => a == "ann@staff.example.org"));
        Assert.DoesNotContain(rules.Faults(), f => f.Problem == "nobody of ours has this address");
    }

    /// <summary>The table of domain section 8, and each choice a rule can make.</summary>
    [Theory]
    [InlineData("", NotificationOn.PublicMessage, true, true, true, false)]
    [InlineData("", NotificationOn.InternalNote, false, false, true, false)]
    [InlineData("", NotificationOn.Update, false, false, true, false)]
    [InlineData("PublicMessage Requester", NotificationOn.PublicMessage, true, false, true, false)]
    [InlineData("PublicMessage RequesterAndCcs", NotificationOn.PublicMessage, true, true, true, false)]
    [InlineData("PublicMessage Owner", NotificationOn.PublicMessage, true, true, true, true)]
    [InlineData("PublicMessage Requester", NotificationOn.InternalNote, false, false, true, false)]
    [InlineData("InternalNote Requester", NotificationOn.InternalNote, false, false, true, false)]
    [InlineData("InternalNote Owner", NotificationOn.InternalNote, false, false, true, true)]
    [InlineData("Update Requester", NotificationOn.Update, true, false, true, false)]
    [InlineData("Update RequesterAndCcs", NotificationOn.Update, true, true, true, false)]
    [Trait("Requirement", "R212")]
    [Trait("Requirement", "R213")]
    public void Tells_RoleAndVisibility_DecideWhoIsTold(string rule, NotificationOn on, bool requester, bool ccs, bool followers, bool owner)
    {
        var words = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rules = words.Length == 0 ? new Rules() : new Rules { Notifications = [new() { On = Enum.Parse<NotificationOn>(words[0]), To = [words[1]] }] };
        Assert.Equal(
            (requester, ccs, followers, owner),
            (rules.Tells(on, NotificationRules.Requester), rules.Tells(on, NotificationRules.RequesterAndCcs), rules.Tells(on, NotificationRules.Followers), rules.Tells(on, NotificationRules.Owner)));
    }
}
