using System.Collections.Frozen;

namespace Connector.Mail.Reading.Headers;

/// <summary>Field names seen in real mail: they tell a header line from text, and save a string per field.</summary>
internal static class KnownHeaders
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "From", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "Message-Id", "In-Reply-To", "References", "Reply-To", "Sender", "Return-Path", "Received",
        "Resent-From", "Resent-To", "Resent-Cc", "Resent-Date", "Resent-Message-ID", "Resent-Sender", "Delivered-To", "Envelope-To", "Errors-To", "Apparently-To",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID", "Content-Description", "Content-Language",
        "Content-Location", "Content-Base", "Content-Class", "Content-Length", "Content-MD5", "Content-Duration", "Content-Features", "Content-Identifier",
        "Precedence", "Auto-Submitted", "Importance", "Priority", "Sensitivity", "Organization", "Organisation", "Keywords", "Comments", "Status", "Lines",
        "List-Id", "List-Post", "List-Help", "List-Subscribe", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Owner", "List-Archive", "Mailing-List",
        "Thread-Index", "Thread-Topic", "User-Agent", "Accept-Language", "Disposition-Notification-To", "Return-Receipt-To", "Feedback-ID", "Newsgroups",
        "DKIM-Signature", "DomainKey-Signature", "Authentication-Results", "ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results", "Received-SPF",
        "X-Mailer", "X-Priority", "X-MSMail-Priority", "X-MimeOLE", "X-Originating-IP", "X-Original-To", "X-Original-From", "X-Forwarded-To", "X-Forwarded-For",
        "X-Loop", "X-No-Loop", "X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress", "X-Precedence", "X-Failed-Recipients", "X-UIDL", "X-Sender",
        "X-Spam-Status", "X-Spam-Level", "X-Spam-Flag", "X-Spam-Score", "X-Spam-Checker-Version", "X-Virus-Scanned", "X-Received", "X-Gm-Message-State",
        "X-Google-DKIM-Signature", "X-Google-Smtp-Source", "X-Mozilla-Status", "X-Mozilla-Status2", "X-MS-Has-Attach", "X-MS-TNEF-Correlator", "X-Attachment-Id",
        "X-OriginalArrivalTime", "X-Mailman-Version", "X-BeenThere", "X-Scanned-By", "X-Authenticated-Sender", "X-Authentication-Warning", "X-Complaints-To");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Fields whose value cannot hold another field's name and a colon, so that one found there was glued on.</summary>
    private static readonly FrozenSet<string> Structured = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Date", "Message-ID", "MIME-Version", "In-Reply-To", "References", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID",
        "From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Return-Path", "Precedence", "Auto-Submitted", "Importance", "Priority", "X-Priority", "X-Mailer",
        "List-Id", "List-Post", "List-Unsubscribe", "User-Agent", "Resent-Date", "Resent-From", "Resent-To", "X-Loop", "X-Auto-Response-Suppress");

    public static bool IsKnown(ReadOnlySpan<char> name) => Lookup.Contains(name);

    public static bool IsStructured(string name) => Structured.Contains(name);

    /// <summary>A name that says "this line is a header", even where text is to be expected.</summary>
    public static bool IsTelling(ReadOnlySpan<char> name) =>
        IsKnown(name) || name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name as it is written, without a new string when it is a common one.</summary>
    public static string Spell(ReadOnlySpan<char> name) =>
        Lookup.TryGetValue(name, out var known) && name.SequenceEqual(known) ? known : name.ToString();
}
