using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Engine.Codes;

/// <summary>A wrap-up code of our own list. Of a built-in code there is a row only once it has translations.</summary>
public sealed record CatalogueCode : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required string Key { get; init; }
    public required string Label { get; init; }
    public string Description { get; init; } = "";

    /// <summary>Language -> label, as JSON.</summary>
    public string Translations { get; init; } = "{}";
    public CodeOrigin Origin { get; init; }
    public CodeState State { get; init; }

    /// <summary>External: the instance it came from, and the vendor's id of it there.</summary>
    public string? Instance { get; init; }
    public string? VendorId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset UpdatedAt { get; init; }
    public string UpdatedBy { get; init; } = "";

    public bool IsActive => State == CodeState.Active;

    public IReadOnlyDictionary<string, string> Labels() => JsonSerializer.Deserialize(Translations, CodesJson.Default.SortedDictionaryStringString) ?? [];

    /// <summary>The label in a language, the plain one where it has none.</summary>
    public string LabelIn(string language) => Labels().GetValueOrDefault(language, Label);

    /// <summary>The code with a label in a language; null takes it away.</summary>
    public CatalogueCode Translated(string language, string? label)
    {
        var labels = new SortedDictionary<string, string>(Labels().ToDictionary(), StringComparer.Ordinal);
        if (label is null) labels.Remove(language);
        else labels[language] = label;
        return this with { Translations = JsonSerializer.Serialize(labels, CodesJson.Default.SortedDictionaryStringString) };
    }

    public override string ToString() => $"{Key} '{Label}'";
}

public enum CodeOrigin
{
    /// <summary>Always there, read-only.</summary>
    BuiltIn,

    /// <summary>Added by an administrator.</summary>
    Own,

    /// <summary>Imported: a vendor has it and it was mapped to none of ours.</summary>
    External,
}

public enum CodeState
{
    None,
    Active,

    /// <summary>Nobody may choose it any more; what was closed with it keeps it.</summary>
    Retired,
}

[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class CodesJson : JsonSerializerContext;
