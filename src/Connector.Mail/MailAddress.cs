namespace Connector.Mail;

/// <summary>A mailbox: display name (may be null) and address as written, trimmed, without comments.</summary>
public sealed record MailAddress(string? Name, string Address)
{
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
