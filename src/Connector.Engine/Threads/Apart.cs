using Connector.Engine.Door;

namespace Connector.Engine.Threads;

/// <summary>Why a conversation that waited for a mail stays apart (the table in the README).</summary>
/// <param name="NotYet">Somebody on it may be let in by a mail that has not come.</param>
public sealed record Apart(string Why, bool NotYet = false)
{
    public const string TwoThreads = "the mail names two threads";
    public const string Reopened = "the thread was reopened too often today";
    public const string AnotherGroup = "another mailbox group";
    public const string AnotherSubject = "another subject";
    public const string Stranger = "the sender is not on the thread";
    public const string NotOnIt = "the sender is not on it, nobody on it named the thread, and its requester was not there before";

    /// <summary>Behind an address.</summary>
    public const string NotThere = "is not on the thread";

    public static readonly string TooMany = $"{Dossier.MailsLoaded} mails and more";
    public const string OwnBeginning = "it began with a mail that answers none";
    public const string NothingOpen = "nothing is open on the thread";
    public const string CaseClosed = "the case on the thread is closed";
    public const string OtherPeople = "somebody has worked on it, and other people are on it";
}
