namespace Connector.Runtime.Intake.Sources;

/// <summary>One mail of a path given by hand, or why it could not be read.</summary>
/// <param name="Source">Path as given, <c>path#n</c> of an mbox, or <c>stdin</c>.</param>
/// <param name="Bytes">Empty when unreadable; the beginning when the mail is too large to keep.</param>
public sealed record SourcedMail(string Source, byte[] Bytes, long Size, string? Unreadable = null)
{
    public static SourcedMail Broken(string source, string reason) => new(source, [], 0, reason);

    /// <summary>The mail as it goes in, or why it does not.</summary>
    /// <param name="channel">Null: its addresses tell.</param>
    /// <param name="intake">Where it goes.</param>
    public (IncomingMail? Mail, string? Problem) For(string? channel, MailIntake intake)
    {
        if (Unreadable is not null) return (null, Unreadable);
        var through = channel is null ? intake.ChannelOf(Bytes) : new(channel);
        return through.Id is { } id ? (new(id, Bytes, Source) { Size = Size }, null) : (null, $"mailbox: {through.Unclear}");
    }
}
