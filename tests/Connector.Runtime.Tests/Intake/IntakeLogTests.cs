using System.Collections.Concurrent;
using System.Text;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Folders;
using Connector.Runtime.Intake.Reading;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Tests.Intake;

public sealed class IntakeLogTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly Lines _lines = new();

    [Fact]
    [Trait("Requirement", "H28")]
    public async Task Turn_MailsHeldFailedAndTaken_LogsNoAddressSubjectOrBody()
    {
        var token = TestContext.Current.CancellationToken;
        using var intake = new MailIntake(_desk.Door, _desk.Clock, () => Desk.Setup, new(_desk.Limit), InFlight.Open(_desk.Folder.At("i")), _lines);
        var drop = _desk.Folder.At("drop");
        var pump = new FolderPump(new DropFolder("support", drop, isOurs: true, _desk.Machine, _desk.Clock), intake, _desk.Health, _desk.Machine, _lines);
        _desk.Door.Trouble = m => m is { Mail.Subject: "Broken-Rule", Unreadable: null } ? new InvalidOperationException("anna@customer.example") : null;
        foreach (var name in (string[])["Fine", "Broken-Rule", "anna@customer.example"])
            _desk.Folder.Write($"drop/Re {name} from <anna@customer.example>.eml", Encoding.ASCII.GetString(Desk.Mail(name)));
        using (File.Open(Path.Combine(drop, "Re anna@customer.example from <anna@customer.example>.eml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await pump.TurnAsync(token);
            _desk.Machine.Advance(TimeSpan.FromMilliseconds(200));
            await pump.TurnAsync(token);
        }
        Assert.Equal(3, _lines.Written.Count);
        Assert.All(_lines.Written, line =>
        {
            Assert.DoesNotContain("customer.example", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Hello", line, StringComparison.Ordinal);
        });
    }

    public void Dispose() => _desk.Dispose();

    private sealed class Lines : ILogger<MailIntake>
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception) + exception);
    }
}
