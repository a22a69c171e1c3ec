namespace Connector.Mail.Reading.Headers;

/// <summary>An address list as it is really written: groups, comments, routes, commas and at-signs in names without quotes.</summary>
internal static class AddressField
{
    public static List<MailAddress> Read(string? value, int most, WarningLog log)
    {
        var found = new List<MailAddress>();
        if (string.IsNullOrWhiteSpace(value)) return found;
        Collect(value, most, log, found, again: true);
        if (found.Count >= most) log.Add(Warning.LimitReached, "addresses");
        return found;
    }

    private static void Collect(string value, int most, WarningLog log, List<MailAddress> found, bool again)
    {
        var pending = new PendingName();
        foreach (var piece in new AddressSplitter(value))
        {
            if (found.Count >= most) return;
            var text = value.AsSpan(piece.Start, piece.Length);
            if (piece.Angle >= 0) AddAngle(value, piece, pending.Take(), found, log);
            else if (text.Contains('@') && !IsWord(text)) AddBare(text, Comment(value, piece), found, log);
            else if (again && text.Contains("=?", StringComparison.Ordinal) && Encoded(text, log) is { } decoded) Collect(decoded, most, log, found, again: false);
            else if (!text.Trim().IsEmpty)
            {
                if (piece.AfterComma && pending.Holds) pending.Append(text);
                else
                {
                    pending.Flush(found, log);
                    pending.Start(text, Comment(value, piece));
                }
                continue;
            }
            pending.Flush(found, log);
        }
        pending.Flush(found, log);
    }

    private static void AddAngle(string value, AddressPiece piece, string before, List<MailAddress> found, WarningLog log)
    {
        var text = value.AsSpan(piece.Start, piece.Length);
        var angle = piece.Angle - piece.Start;
        var name = AddressText.Name(before.Length == 0 ? text[..angle].ToString() : $"{before}, {text[..angle]}", log);
        name ??= AddressText.Name(text[(angle + piece.AngleLength)..].Trim('>').ToString(), log);
        var address = AddressText.Address(text.Slice(angle, piece.AngleLength), log);
        if (address.Length == 0 && name is not null && name.Contains('@') && !name.Contains(' ')) (address, name) = (name, null);
        if (address.Length == 0) log.Add(Warning.AddressUnusable, text.ToString());
        if (address.Length > 0 || name is not null) found.Add(new MailAddress(name, address));
    }

    /// <summary>No angle brackets: the blank-separated word with the at-sign is the address, the rest a name.</summary>
    private static void AddBare(ReadOnlySpan<char> text, string? comment, List<MailAddress> found, WarningLog log)
    {
        var bare = AddressText.WithoutComments(text).Trim();
        var at = bare.LastIndexOf('@');
        if (at < 0)
        {
            AddFromComment(bare, comment, found, log);
            return;
        }
        var quoted = bare[..at].TrimEnd().EndsWith("\"");
        var start = quoted ? 0 : bare[..at].TrimEnd().LastIndexOfAny(" \t") + 1;
        var end = bare[at..].TrimStart("@ \t").IndexOfAny(" \t");
        var tail = end < 0 ? bare.Length : bare.Length - bare[at..].TrimStart("@ \t").Length + end;
        var address = AddressText.Address(bare[start..tail], log);
        var name = AddressText.Name($"{bare[..start]} {bare[tail..]}", log) ?? (comment is null ? null : AddressText.Name(comment, log));
        if (address.Length > 0) found.Add(new MailAddress(name, address));
    }

    /// <summary>The at-sign is in the comment: <c>John Doe (john@example.com)</c>.</summary>
    private static void AddFromComment(ReadOnlySpan<char> bare, string? comment, List<MailAddress> found, WarningLog log)
    {
        var name = AddressText.Name(bare.ToString(), log);
        var address = comment is not null && comment.Contains('@', StringComparison.Ordinal) && !comment.Trim().Contains(' ', StringComparison.Ordinal) ? AddressText.Address(comment, log) : "";
        if (address.Length > 0 || name is not null) found.Add(new MailAddress(name, address));
    }

    private static string? Comment(string value, AddressPiece piece) =>
        piece.Comment < 0 ? null : value.AsSpan(piece.Comment, piece.CommentLength).Trim("()").ToString();

    /// <summary>True when the only at-sign is inside an encoded word.</summary>
    private static bool IsWord(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.StartsWith("=?") && text.EndsWith("?=") && !text.Contains(' ');
    }

    /// <summary>Some mailers encode the whole mailbox, brackets and all.</summary>
    private static string? Encoded(ReadOnlySpan<char> text, WarningLog log)
    {
        var decoded = EncodedWords.Decode(text.Trim().ToString(), log);
        if (!decoded.Contains('@', StringComparison.Ordinal)) return null;
        log.Add(Warning.EncodedWord, "address inside");
        return decoded;
    }
}
