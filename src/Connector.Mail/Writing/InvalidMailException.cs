namespace Connector.Mail;

/// <summary>The mail cannot be written: the same value will always fail. The value itself is not repeated, it may be hostile or personal.</summary>
public sealed class InvalidMailException(string field, string reason) : FormatException($"{field}: {reason}")
{
    /// <summary>The header field or property at fault.</summary>
    public string Field { get; } = field;
}
