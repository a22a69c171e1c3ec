using System.Diagnostics.Metrics;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Routing;
using Connector.Runtime.Door;
using Connector.Runtime.Hosting;
using Connector.Storage.Writing;

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
        var nearMiss = new Activity { Id = 1, Tenant = "t", By = "instance:echo-test", What = "EchoNearMiss" };
        using var bell = new Bell();
        IDoor door = new RingingDoor(new Saying(new(new Answer.Nothing("equal")) { EchoesSuppressed = 2 }, new(new Answer.Nothing("nearly")) { Inserts = [nearMiss] }), bell);
        for (var i = 0; i < 2; i++) await door.HandleAsync(Seen("echo-test"), Urgency.Result, TestContext.Current.CancellationToken);

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

    private sealed class Saying(params Outcome[] outcomes) : IDoor
    {
        private readonly Queue<Outcome> _outcomes = new(outcomes);

        public Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation) => Task.FromResult(_outcomes.Dequeue());

        public Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
