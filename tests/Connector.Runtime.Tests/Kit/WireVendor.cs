using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Connector.Tests.Kit;

/// <summary>
/// The vendor of the Wire plugin: keeps what it was told, counts effects, drops repetitions that carry the same key (unless told not to), and misbehaves
/// where the test says.
/// </summary>
public sealed class WireVendor : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly ConcurrentDictionary<string, string> _byKey = [];
    private readonly ConcurrentDictionary<string, Item> _items = [];
    private int _ids;

    public WireVendor()
    {
        Url = Listen(_listener);
        _serving = Task.Run(ServeAsync);
    }

    public string Url { get; }

    /// <summary>Whether a repetition with the same key is known as one.</summary>
    public bool KnowsKeys { get; set; } = true;

    /// <summary>What the next calls of an operation (<c>route</c>, <c>hold</c> …) meet, one each.</summary>
    public ConcurrentQueue<(string Operation, Trouble Trouble)> Troubles { get; } = [];

    /// <summary>Each effect: the operation and what it was done to, in order.</summary>
    public ConcurrentQueue<string> Effects { get; } = [];

    /// <summary>Each request with its path, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Held by a test that wants calls to hang.</summary>
    public Func<string, Task>? Before { get; set; }

    public IEnumerable<(string Id, string Interaction, int Round, string State)> Items => _items.Values.Select(i => (i.Id, i.Interaction, i.Round, i.State));

    /// <summary>Changes an item as somebody at the vendor would.</summary>
    public void Change(string id, string state) => _items[id] = _items[id] with { State = state, Rank = _items[id].Rank + 1 };

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(call));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            var path = call.Request.Url!.AbsolutePath[1..];
            Asked.Enqueue(path);
            using var reader = new StreamReader(call.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            if (Before is { } before) await before(path);
            Answer(call, path.Split('/'), body);
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The caller is gone: whatever was done stays done.
        }
    }

    private void Answer(HttpListenerContext call, string[] path, string body)
    {
        var trouble = Next(path[0]);
        if (trouble is { Status: { } status })
        {
            call.Response.StatusCode = status;
            if (trouble.RetryAfter is { } wait) call.Response.Headers["Retry-After"] = $"{wait}";
            call.Response.Close();
        }
        else if (call.Request.HttpMethod == "GET") Reply(call, Look(path));
        else Act(call, path, body, trouble);
    }

    private void Act(HttpListenerContext call, string[] path, string body, Trouble? trouble)
    {
        var key = call.Request.Headers["Idempotency-Key"]!;
        var id = trouble == Trouble.LostBeforeEffect ? "" : KnowsKeys ? _byKey.GetOrAdd(key, _ => Do(path, body)) : Do(path, body);
        if (trouble == Trouble.LostBeforeEffect || trouble == Trouble.LostAfterEffect) call.Response.Abort();
        else Reply(call, new JsonObject { ["id"] = id });
    }

    private string Do(string[] path, string body)
    {
        if (path[0] == "route")
        {
            var work = JsonNode.Parse(body)!;
            var item = new Item($"w{Interlocked.Increment(ref _ids)}", (string)work["interaction"]!, (int)work["round"]!, "Queued", 1);
            _items[item.Id] = item;
            Effects.Enqueue($"route {item.Interaction}");
            return item.Id;
        }
        Effects.Enqueue($"{path[0]} {path[1]}");
        if (path[0] is "hold" or "resume" or "end") Change(path[1], path[0] switch { "hold" => "Held", "resume" => "Accepted", _ => "Ended" });
        return path[1];
    }

    private JsonObject? Look(string[] path) => path[0] == "find"
        ? _items.Values.Where(i => i.Interaction == path[1] && i.Round == int.Parse(path[2], System.Globalization.CultureInfo.InvariantCulture)).Select(i => new JsonObject { ["id"] = i.Id }).FirstOrDefault()
        : _items.TryGetValue(path[1], out var item) ? new JsonObject { ["interaction"] = item.Interaction, ["round"] = item.Round, ["state"] = item.State, ["rank"] = item.Rank } : null;

    private static void Reply(HttpListenerContext call, JsonObject? answer)
    {
        if (answer is null) call.Response.StatusCode = 404;
        call.Response.Close(Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? "{}"), willBlock: false);
    }

    private Trouble? Next(string operation)
    {
        if (!Troubles.TryPeek(out var next) || next.Operation != operation) return null;
        return Troubles.TryDequeue(out next) ? next.Trouble : null;
    }

    private static string Listen(HttpListener listener)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        listener.Prefixes.Add(url);
        listener.Start();
        return url;
    }

    private sealed record Item(string Id, string Interaction, int Round, string State, long Rank);
}

/// <summary>How a call goes wrong.</summary>
public sealed record Trouble(int? Status = null, int? RetryAfter = null)
{
    /// <summary>The connection breaks, nothing was done.</summary>
    public static readonly Trouble LostBeforeEffect = new() { Kind = "before" };

    /// <summary>It was done, the answer is lost.</summary>
    public static readonly Trouble LostAfterEffect = new() { Kind = "after" };

    private string Kind { get; init; } = "";
}
