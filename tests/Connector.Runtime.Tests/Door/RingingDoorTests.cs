using System.Diagnostics.Metrics;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Routing;
using Connector.Runtime.Door;
using Connector.Runtime.Hosting;
using Connector.Storage.Writing;
using NSubstitute;

namespace Connector.Runtime.Tests.Door;

public sealed class RingingDoorTests
{
    [Fact]
    [Trait("Requirement", "H14")]
    public async Task Handle_OwnWritesComeBack_AreCountedByInstance()
    {
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == "Connector.Echoes") l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) =>
        {
            if (tags[0].Value is "echo-test") counted[i.Name] = counted.GetValueOrDefault(i.Name) + value;
        });
        listener.Start();
        var inner = Substitute.For<IDoor>();
        var nearMiss = new Activity { Id = 1, Tenant = "t", By = "instance:echo-test", What = "EchoNearMiss" };
        inner.HandleAsync(Arg.Any<Input>(), Arg.Any<Handling>(), Arg.Any<CancellationToken>())
            .Returns(new Outcome(new Answer.Nothing("equal")) { EchoesSuppressed = 2 }, new Outcome(new Answer.Nothing("nearly")) { Inserts = [nearMiss] });
        using var bell = new Bell();
        var door = new RingingDoor(inner, bell);
        for (var i = 0; i < 2; i++) await door.HandleAsync(Seen("echo-test"), Urgency.Result, CancellationToken.None);

        Assert.Equal(new() { ["connector.echo_suppressed"] = 2, ["connector.echo_near_misses"] = 1 }, counted);
    }

    private static Observed Seen(string instance) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        By = Actor.OfInstance(instance),
        Correlation = "c",
        Instance = instance,
        Work = new WorkObservation { ExternalId = "w1", State = WorkState.Queued, Rank = 1, At = DateTimeOffset.UnixEpoch },
    };
}
