using System.Text;
using Connector.Storage.Model;

namespace Connector.Storage.Statements;

internal enum ValueKind : byte
{
    Number,
    Text,
    Blob,
}

/// <summary>One parameter: a whole number, text or bytes, or the absence of one.</summary>
internal readonly struct Value : IEquatable<Value>
{
    private Value(ValueKind kind, bool isNull, long number, object? content) => (Kind, IsNull, Number, Content) = (kind, isNull, number, content);

    public ValueKind Kind { get; }
    public bool IsNull { get; }
    public long Number { get; }
    private object? Content { get; }

    public string Text => (string)Content!;
    public byte[] Blob => (byte[])Content!;

    public static Value Of(long? number) => new(ValueKind.Number, number is null, number.GetValueOrDefault(), null);

    public static Value Of(string? text) => new(ValueKind.Text, text is null, 0, text is null ? null : Storable(text));

    public static Value Of(byte[]? bytes) => new(ValueKind.Blob, bytes is null, 0, bytes);

    public static Value Of(DateTimeOffset? instant) => Of(instant is { } t ? UtcMicroseconds.Of(t) : (long?)null);

    public static implicit operator Value(long number) => new(ValueKind.Number, false, number, null);

    public static implicit operator Value(long? number) => Of(number);

    public static implicit operator Value(string? text) => Of(text);

    public static implicit operator Value(byte[]? bytes) => Of(bytes);

    public static implicit operator Value(DateTimeOffset instant) => UtcMicroseconds.Of(instant);

    public static implicit operator Value(DateTimeOffset? instant) => Of(instant);

    /// <summary>Mail brings NUL characters and halves of surrogate pairs, which PostgreSQL refuses and SQLite cuts at: both become U+FFFD.</summary>
    private static string Storable(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Contains('\0') ? text.Replace('\0', '\uFFFD') : text;
    }

    public bool Equals(Value other) => Kind == other.Kind && IsNull == other.IsNull && Number == other.Number
        && (ReferenceEquals(Content, other.Content) || Kind switch
        {
            ValueKind.Text => !IsNull && string.Equals(Text, other.Text, StringComparison.Ordinal),
            ValueKind.Blob => !IsNull && Blob.AsSpan().SequenceEqual(other.Blob),
            _ => true,
        });

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, IsNull, Number, Kind == ValueKind.Text ? Content : null);
}
