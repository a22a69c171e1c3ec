using System.ComponentModel.DataAnnotations;
using Connector.Contracts;
using Connector.Runtime.Plugins.Binding;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Tests.Settings;

namespace Connector.Runtime.Tests.Plugins.Binding;

public sealed class OptionsBinderTests
{
    [Fact]
    public void Bind_GoodOptions_FillsEverything()
    {
        var bound = Bind("""
            { "Name": "north", "Wait": "2m", "Long": "1.02:03:04", "Limits": { "Email": 3 }, "Doors": [ { "Id": "a", "Size": 5 }, { "Id": "b", "Tags": [ "x", "y" ] } ],
              "Token": "secret:env:TOKEN", "Base": "https://api.example.org/v1", "Front": { "Id": "f" } }
            """);
        Assert.Empty(bound.Faults);
        var options = Assert.IsType<HouseOptions>(bound.Value);
        Assert.Equal(("north", TimeSpan.FromMinutes(2), new TimeSpan(1, 2, 3, 4)), (options.Name, options.Wait, options.Long));
        Assert.Equal(3, options.Limits[ChannelType.Email]);
        Assert.Equal(["a", "b"], options.Doors.Select(d => d.Id));
        Assert.Equal(["x", "y"], options.Doors[1].Tags);
        Assert.Equal(("open-sesame", "https://api.example.org/v1", "f"), (options.Token, options.Base!.ToString(), options.Front!.Id));
    }

    [Fact]
    public void Bind_Nothing_GivesDefaultsAndAsksForWhatIsRequired()
    {
        var bound = Bind("{}");
        Assert.Equal("Instances:x:Options:Name", Assert.Single(bound.Faults).Key);
        Assert.Equal(TimeSpan.FromSeconds(30), ((HouseOptions)bound.Value).Wait);
    }

    [Fact]
    [Trait("Requirement", "H07")]
    public void Bind_FaultsOfEveryKind_AllAtOnceEachWithItsKey()
    {
        var bound = Bind("""
            { "Nmae": "x", "Wait": "soon", "Limits": { "Pigeon": 1, "Email": "many" }, "Doors": [ { "Idd": "a" }, { "Id": "b", "Size": 99 }, { "Id": "c", "Size": "big" }, { "Id": "", "Kind": "7" } ],
              "Token": "open-sesame", "Front": "closed", "Name": { "First": "x" }, "Base": "secret:env:TOKEN" }
            """);
        string[] expected =
        [
            "Base: takes no secret reference", "Doors:0:Id: must not be empty", "Doors:0:Idd: is not known", "Doors:1:Size: must be from 1 to 9",
            "Doors:2:Size: must be a whole number", "Doors:3:Id: must not be empty", "Doors:3:Kind: must be one of Wood, Steel", "Front: must be a section or a list",
            "Limits:Email: must be a whole number", "Limits:Pigeon: the name must be one of Email, Voice, Chat, Messaging, Other", "Name: must be a single value",
            "Nmae: is not known", "Token: must be a reference to a secret", "Wait: must be a period like 30s",
        ];
        var told = bound.Faults.Select(f => f.ToString()["Instances:x:Options:".Length..]).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(expected.Length, told.Length);
        Assert.All(expected.Zip(told), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Bind_UnknownKey_HintsAtTheNearestOne() =>
        Assert.Equal("did you mean Wait?", Assert.Single(Bind("""{ "Name": "x", "Wiat": "1s" }""").Faults).Hint);

    [Fact]
    public void Bind_LiteralSecret_IsNotRepeatedInTheFault() =>
        Assert.DoesNotContain(Bind("""{ "Name": "x", "Token": "open-sesame" }""").Faults, f => f.ToString().Contains("open-sesame", StringComparison.Ordinal));

    [Theory]
    [InlineData("secret:env:NOT_SET", "environment variable 'NOT_SET' is not set")]
    [InlineData("secret:file:gone.txt", "file 'gone.txt' cannot be read")]
    [InlineData("secret:vault:x", "must be a reference, secret:env:NAME or secret:file:PATH")]
    public void Bind_SecretThatCannotBeResolved_IsAFault(string reference, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Bind($$"""{ "Name": "x", "Token": "{{reference}}" }""").Faults).Limit, StringComparison.Ordinal);

    [Fact]
    public void Bind_ListOfSecrets_EachMustBeAReference() =>
        Assert.Equal("Instances:x:Options:Keys:1", Assert.Single(Bind("""{ "Name": "x", "Keys": [ "secret:env:TOKEN", "plain" ] }""").Faults).Key);

    [Fact]
    public void Bind_OwnCheck_IsToldWithFullKeyAndValue()
    {
        var bound = Bind("""{ "Name": "x" }""", _ => [new("Name", "is taken", "choose another")]);
        Assert.Equal(new("Instances:x:Options:Name", "is taken", "x", "choose another"), Assert.Single(bound.Faults));
    }

    [Fact]
    public void Bind_OwnCheckThrows_IsAFaultAndNoCrash() =>
        Assert.Contains("the plugin's own check failed", Assert.Single(Bind("""{ "Name": "x" }""", _ => throw new InvalidOperationException("oops")).Faults).Limit, StringComparison.Ordinal);

    private static BoundOptions Bind(string json, Func<object, IEnumerable<OptionFault>>? validate = null)
    {
        var section = Samples.Json($$"""{ "Instances": { "x": { "Options": {{json}} } } }""").GetSection("Instances:x:Options");
        var secrets = new SecretResolver(new(), Path.GetTempPath(), name => name == "TOKEN" ? "open-sesame" : null);
        return OptionsBinder.Bind(typeof(HouseOptions), section, secrets, validate);
    }
}
