using System.Text;
using Connector.Contracts;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Health;
using Connector.Runtime.Intake.Reading;
using Connector.Runtime.Settings;
using Connector.Runtime.Tests.Clock;
using Connector.Runtime.Tests.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Intake;

/// <summary>Intake as a host has it, with a door that forgets and a clock that stands.</summary>
internal sealed class Desk : IDisposable
{
    public static readonly Setup Setup = SetupFactory.Create(
        Loading.Good(), new Dictionary<string, Capability>(), [new('a', Encoding.ASCII.GetBytes("a key of the tests"))], []);

    private MailIntake? _intake;

    public TempFolder Folder { get; } = new();

    public FakeDoor Door { get; } = new();

    public ManualTime Machine { get; } = new();

    public IBusinessClock Clock { get; init; } = new FixedClock(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public ByteSize Limit { get; init; } = ByteSize.Megabytes(25);

    public IntakeHealth Health => field ??= new(Machine);

    public MailIntake Intake => _intake ??= Start();

    /// <summary>As after a restart of the process.</summary>
    public MailIntake Start()
    {
        _intake?.Dispose();
        return _intake = new(Door, Clock, () => Setup, new(Limit), InFlight.Open(Folder.At("inflight")), NullLogger<MailIntake>.Instance);
    }

    public Task<IngestLine> TakeAsync(byte[] mail, string source = "test") =>
        Intake.TakeAsync("support", mail, source, TestContext.Current.CancellationToken);

    public static byte[] Mail(string subject, int padding = 0) => Encoding.ASCII.GetBytes(
        $"From: Anna <anna@customer.example>\r\nTo: support@example.org\r\nSubject: {subject}\r\nMessage-ID: <{subject}@customer.example>\r\n\r\nHello\r\n{new string('x', padding)}");

    public void Dispose()
    {
        _intake?.Dispose();
        Folder.Dispose();
    }
}
