namespace Connector.Runtime.Intake.Sources;

/// <summary>One mail of a path given by hand, or why it could not be read.</summary>
/// <param name="Source">Path as given, <c>path#n</c> of an mbox, or <c>stdin</c>.</param>
/// <param name="Bytes">Empty when unreadable; the beginning when the mail is too large to keep.</param>
public sealed record SourcedMail(string Source, byte[] Bytes, long Size, string? Unreadable = null)
{
    public static SourcedMail Broken(string source, string reason) => new(source, [], 0, reason);

    public IncomingMail For(string channel) => new(channel, Bytes, Source) { Size = Size };
}
