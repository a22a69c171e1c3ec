using System.Text.RegularExpressions;
using Connector.Engine.Threads;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Intake;

/// <summary>Event ids 3000 to 3099.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Mail through {Channel}: {Action}, interaction {Interaction}, case {Case} ({Correlation})")]
    public static partial void Taken(ILogger logger, string channel, MailAction action, string? interaction, string? @case, string correlation);

    [LoggerMessage(3001, LogLevel.Warning, "Mail through {Channel} is held as {Reason}, {Item} ({Correlation})")]
    public static partial void Quarantined(ILogger logger, string channel, string reason, string? item, string correlation);

    [LoggerMessage(3002, LogLevel.Warning, "The list of mails being read cannot be kept: a mail that kills the process will not be recognised")]
    public static partial void InFlightNotKept(ILogger logger);

    [LoggerMessage(3003, LogLevel.Warning, "The process died while {Count} mails were being read; they are read alone when they come again")]
    public static partial void Suspects(ILogger logger, int count);

    [LoggerMessage(3010, LogLevel.Information, "Mail for {Channel} is taken from {Path}")]
    public static partial void Watching(ILogger logger, string channel, string path);

    [LoggerMessage(3011, LogLevel.Error, "Mail for {Channel} cannot be taken from {Path}: {Reason}. Others go on; it is tried again each second")]
    public static partial void FolderUnreadable(ILogger logger, string channel, string path, string reason);

    [LoggerMessage(3012, LogLevel.Information, "Mail for {Channel} is taken from {Path} again")]
    public static partial void FolderBack(ILogger logger, string channel, string path);

    [LoggerMessage(3013, LogLevel.Error, "Intake of {Channel} waits, the mail stays where it is, next try in {Wait}: {Reason}")]
    public static partial void StoreDown(ILogger logger, string channel, string reason, TimeSpan wait);

    [LoggerMessage(3014, LogLevel.Warning, "A file for {Channel} was put aside: {File}, {Reason}")]
    public static partial void FileFailed(ILogger logger, string channel, string file, string reason);

    [LoggerMessage(3015, LogLevel.Error, "A file for {Channel} cannot be moved: {File}, {Reason}. It is not taken again while it stays as it is")]
    public static partial void FileStuck(ILogger logger, string channel, string file, string reason);

    [LoggerMessage(3016, LogLevel.Warning, "Changes in {Path} are not announced ({Reason}); it is looked at each second")]
    public static partial void NotAnnounced(ILogger logger, string path, string reason);

    /// <summary>People save mails under names with addresses in them.</summary>
    public static string Masked(string file) => Address().Replace(file, "***");

    [GeneratedRegex(@"[^\s<>()\[\]""']+@[^\s<>()\[\]""']+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
