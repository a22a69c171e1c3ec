using System.Net;
using System.Net.Sockets;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.BadInput;

/// <summary>A port, store or folder that is not as it must be.</summary>
public sealed class SurroundingsTests : IAsyncLifetime
{
    private readonly Workspace _work = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Run_PortInUse_SaysWhichAndFails()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        _work.Environment["CONNECTOR__Api__Url"] = url;
        var ended = (await _work.CallAsync("run")).With(1);
        Assert.Contains($"{url} is in use", ended.Error, StringComparison.Ordinal);
        _work.Environment["CONNECTOR__Api__Url"] = "http://127.0.0.1:0";
        await (await _work.RunAsync()).StopAsync();
    }

    [Theory]
    [InlineData("run")]
    [InlineData("status")]
    [InlineData("ingest a.eml")]
    public async Task Call_CorruptStore_NamesTheFileAndLeavesIt(string call)
    {
        var noise = new byte[20_000];
        new Random(7).NextBytes(noise);
        var store = _work.Write("connector-data/connector.db", noise);
        _work.Write("a.eml", new Letter("a@customer.example", "anna@customer.example", "Hello", "Hello").Bytes);
        var ended = (await _work.CallAsync(call.Split(' '))).With(1);
        Assert.Contains(store, ended.Error, StringComparison.Ordinal);
        Assert.Equal(noise, await File.ReadAllBytesAsync(store));
    }

    [Fact]
    public async Task Run_SecondHostOnOneFolder_NamesTheOwnerAndDisturbsNothing()
    {
        var host = await _work.RunAsync();
        var ended = (await _work.CallAsync("run")).With(1);
        Assert.Contains($"pid={host.Process.Id}", ended.Error, StringComparison.Ordinal);
        Assert.Contains(host.Address.GetLeftPart(UriPartial.Authority), ended.Error, StringComparison.Ordinal);
        (await host.With(null).GetAsync("/health/ready")).With(HttpStatusCode.OK);
        await host.StopAsync();
    }

    /// <summary>A file where the folder should be stands for every folder that cannot be read: rights do not stop root.</summary>
    [Fact]
    public async Task Run_DropFolderUnreadable_SaysSoAndGoesOnWhenItIsBack()
    {
        var inTheWay = _work.Write("connector-data/drop/support", "not a folder");
        var host = await _work.RunAsync();
        await Until.TrueAsync("readiness names the intake", async () =>
            (await host.With(null).GetAsync("/health/ready")).Text is var text && text.Contains("degraded", StringComparison.Ordinal) && text.Contains("intake support", StringComparison.Ordinal));
        Assert.Contains(_work.Drop, host.Process.Error, StringComparison.Ordinal);
        (await host.Admin.MailAsync(new Letter("h@customer.example", "anna@customer.example", "By HTTP", "Hello").Bytes)).With(HttpStatusCode.OK);
        File.Delete(inTheWay);
        _work.DropMail("a.eml", new Letter("a@customer.example", "bert@customer.example", "By folder", "Hello").Bytes);
        await Until.TrueAsync("both mails are in", async () => (await host.Admin.AllAsync("interactions")).Count == 2);
        Assert.Equal("ready", (string?)(await host.With(null).GetAsync("/health/ready")).Json["status"]);
    }
}
