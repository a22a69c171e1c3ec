using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Tests.Settings;

namespace Connector.Runtime.Tests.Plugins.Secrets;

public sealed class SecretResolverTests
{
    [Fact]
    public void Resolve_File_IsReadRelativeToTheSettingsWithoutItsLineEnd()
    {
        using var folder = new TempFolder();
        folder.Write("keys/door.txt", "open-sesame\r\n");
        Assert.Equal("open-sesame", new SecretResolver(new(), folder.Path).Resolve("secret:file:keys/door.txt").Value);
    }

    [Fact]
    public void Resolve_EmptyFile_IsAProblem()
    {
        using var folder = new TempFolder();
        folder.Write("empty.txt", "\n");
        Assert.Equal("file 'empty.txt' is empty", new SecretResolver(new(), folder.Path).Resolve("secret:file:empty.txt").Problem);
    }

    [Fact]
    public void Resolve_Value_IsMaskedFromThenOn()
    {
        var mask = new SecretMask();
        var resolver = new SecretResolver(mask, ".", name => name == "LONG" ? "open-sesame-now" : "sesame");
        _ = (resolver.Resolve("secret:env:SHORT"), resolver.Resolve("secret:env:LONG"));
        Assert.Equal("say *** or ***", mask.Apply("say open-sesame-now or sesame"));
    }

    [Fact]
    public void SecretValue_AsText_ShowsNothing() => Assert.Equal("***", new SecretValue("open-sesame", null).ToString());
}
