namespace Connector.Engine.Codes;

/// <summary>What can happen to one code: the rows of the table in the README beside this.</summary>
public abstract record CodeInput
{
    public sealed record Add(string Label, string Description = "") : CodeInput;

    /// <summary>A vendor has it and we did not. <paramref name="Offered"/>: an agent there can choose it.</summary>
    public sealed record Import(string Label, string Instance, string VendorId, bool Offered = true) : CodeInput;

    /// <summary>Null leaves it as it is.</summary>
    public sealed record Rename(string? Label, string? Description = null) : CodeInput;

    /// <summary>Null takes the label in that language away.</summary>
    public sealed record Translate(string Language, string? Label) : CodeInput;

    public sealed record Retire : CodeInput;
}

/// <summary>What the table needs beside code and input.</summary>
/// <param name="IsDefault">Some channel gives it when no other is given.</param>
/// <param name="TakenBy">Another active code that has the wanted label.</param>
public sealed record CodeFacts(string Key, bool IsDefault = false, string? TakenBy = null);
