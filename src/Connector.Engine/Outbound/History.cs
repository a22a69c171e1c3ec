using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;

namespace Connector.Engine.Outbound;

/// <summary>A public mail of the thread with its bytes.</summary>
public sealed record KeptMail(Message Message, byte[] Bytes);

/// <summary>What was said in public, for people who join later. Loaded only when somebody waits for it.</summary>
public static class History
{
    /// <summary>Of a longer conversation the last ones.</summary>
    public const int Most = 50;

    public static bool IsWanted(Dossier dossier) => dossier.Participants.Exists(IsNew);

    /// <summary>A CC who has been sent nothing yet.</summary>
    public static bool IsNew(Participant person) => person is { Role: ParticipantRole.Cc, SeenUpTo: 0 };
}
