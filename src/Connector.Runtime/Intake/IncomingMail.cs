using Connector.Engine.Threads;
using Connector.Storage.Writing;

namespace Connector.Runtime.Intake;

/// <summary>Bytes that came in through a channel.</summary>
/// <param name="Source">Path, <c>path#n</c>, <c>stdin</c> or <c>http</c>.</param>
public sealed record IncomingMail(string Channel, byte[] Bytes, string Source)
{
    /// <summary>Its whole size, when <see cref="Bytes"/> is only the beginning of a mail too large to keep.</summary>
    public long Size { get; init; } = Bytes.LongLength;

    /// <summary>The quarantine item an administrator lets through: neither size nor earlier deaths hold it again.</summary>
    public long? ReleasedFrom { get; init; }

    /// <summary>Rows to store with what is decided on it.</summary>
    public Beside<MailDecision>? Beside { get; init; }
}
