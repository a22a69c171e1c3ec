using Connector.Engine.Cases;
using Connector.Engine.Door;

namespace Connector.Engine.Threads;

/// <summary>Subjects a conversation has had; united threads brought theirs.</summary>
internal static class SubjectOf
{
    /// <summary>Whether there is any: what was never named does not change.</summary>
    public static bool IsNamed(Dossier thread, params string?[] answered) =>
        thread.United.Append(thread.Thread!).Select(t => t.BareSubject).Concat(answered).Any(s => !string.IsNullOrEmpty(s));

    /// <summary>Whether the conversation has had this subject.</summary>
    /// <param name="subject">As it stands in a mail.</param>
    /// <param name="thread">The conversation; its ids in the subject are no words of it.</param>
    /// <param name="answered">Subjects of the mails it answers.</param>
    public static bool IsKnown(string subject, Dossier thread, params string?[] answered) =>
        thread.United.Append(thread.Thread!).Select(t => t.BareSubject).Concat(answered.OfType<string>())
            .Any(known => Bare(known, thread).Equals(Bare(subject, thread), StringComparison.OrdinalIgnoreCase));

    private static string Bare(string subject, Dossier thread) => StaleIds.Cut(BareSubject.Of(subject), thread);
}
