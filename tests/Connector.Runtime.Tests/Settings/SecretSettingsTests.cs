using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;

namespace Connector.Runtime.Tests.Settings;

public sealed class SecretSettingsTests
{
    private const string Login = """{ "Mail": { "Smtp": { "Host": "mx.example.org", "User": "connector", "Password": "PASSWORD" } } }""";

    [Theory]
    [InlineData("hunter2", "must be a reference, never the secret itself")]
    [InlineData("secret:env:NOT_SET", "environment variable 'NOT_SET' is not set")]
    [InlineData("secret:file:none.txt", "file 'none.txt' cannot be read (FileNotFoundException)")]
    [InlineData("secret:vault:x", "must be a reference, secret:env:NAME or secret:file:PATH")]
    [Trait("Requirement", "H27")]
    public void Load_PasswordThatCannotBeUsed_IsAFaultWithoutTheSecret(string password, string limit)
    {
        var fault = Loading.Single(Login.Replace("PASSWORD", password, StringComparison.Ordinal));
        Assert.Equal(("Mail:Smtp:Password", limit), (fault.Key, fault.Limit));
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReferencesThatLeadSomewhere_AreGood()
    {
        using var loading = new Loading();
        loading.Environment["MX"] = "s3cret";
        Assert.Empty(loading.Load(Login.Replace("PASSWORD", "secret:env:MX", StringComparison.Ordinal)).Faults);
        loading.Folder.Write("mx.txt", "s3cret\n");
        Assert.Empty(loading.Load(Login.Replace("PASSWORD", "secret:file:mx.txt", StringComparison.Ordinal)).Faults);
    }

    [Fact]
    public void Load_PasswordNobodyUses_IsNotResolved() => Assert.Null(Loading.Good().Mail.Smtp.Host);

    [Theory]
    [InlineData("Host=db;Password=hunter2", "must hold no password itself")]
    [InlineData("Host=db;pwd=hunter2", "must hold no password itself")]
    [InlineData("Host=db;Password=secret:env:NOT_SET", "environment variable 'NOT_SET' is not set")]
    [InlineData("secret:env:NOT_SET", "environment variable 'NOT_SET' is not set")]
    [InlineData("hunter2", "must be a PostgreSQL connection string")]
    public void Load_ConnectionString_HoldsNoSecret(string connection, string limit)
    {
        var fault = Loading.Single($$"""{ "Data": { "ConnectionString": "{{connection}}" } }""");
        Assert.Equal(("Data:ConnectionString", limit), (fault.Key, fault.Limit));
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret:env:WHOLE", "Host=db;Password=x")]
    [InlineData("Host=db;Password=secret:env:ONE", "host=db;password=\"a;b\"")]
    [InlineData("Host=db", "Host=db")]
    [InlineData(null, null)]
    public void Resolve_ConnectionWithReference_HasTheSecret(string? connection, string? resolved)
    {
        var values = new Dictionary<string, string> { ["WHOLE"] = "Host=db;Password=x", ["ONE"] = "a;b" };
        Assert.Equal(resolved, ConnectionText.Resolve(connection, new SecretResolver(new(), ".", values.GetValueOrDefault)));
    }

    [Fact]
    public void Load_SecretUnderMisspelledKey_IsNotRepeated()
    {
        var fault = Loading.Single("""{ "Mail": { "Smtp": { "Pasword": "hunter2" } } }""");
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "H27")]
    public void Effective_LiteralSecretsInOptionsAndConnection_AreMasked()
    {
        var settings = Loading.Good("""
            { "Data": { "ConnectionString": "Host=db;Username=hunter2" },
              "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": ["support"], "ClientSecret": "hunter2", "Deep": [ { "ApiKey": "hunter2" } ], "Token": "secret:env:T" } } } }
            """);
        var text = SettingsExport.Effective(settings).ToJsonString();
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains("secret:env:T", text, StringComparison.Ordinal);
    }
}
