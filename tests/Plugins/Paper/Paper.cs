using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Contracts;

namespace Sample.Paper;

/// <summary>What the vendor knows.</summary>
public sealed record Sheet
{
    public List<VendorCode> Codes { get; init; } = [];
    public List<VendorQueue> Queues { get; init; } = [];
    public List<VendorAgent> Agents { get; init; } = [];
    public List<TransferTarget> Targets { get; init; } = [];
    public List<WorkObservation> Items { get; init; } = [];

    /// <summary>Every write that was asked for, in order.</summary>
    public List<string> Calls { get; init; } = [];

    /// <summary>The next write fails with this, for good.</summary>
    public string? Refuse { get; set; }
}

/// <summary>The file, read and written whole.</summary>
public sealed class Paper(string file)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _gate = new();

    public Sheet Read()
    {
        lock (_gate) return File.Exists(file) ? JsonSerializer.Deserialize<Sheet>(File.ReadAllText(file), Options)! : new();
    }

    public void Write(string call, Action<Sheet> change)
    {
        lock (_gate)
        {
            var sheet = Read();
            sheet.Calls.Add(call);
            var refuse = sheet.Refuse;
            sheet.Refuse = null;
            if (refuse is null) change(sheet);
            File.WriteAllText(file, JsonSerializer.Serialize(sheet, Options));
            if (refuse is not null) throw new RejectedException(refuse);
        }
    }
}
