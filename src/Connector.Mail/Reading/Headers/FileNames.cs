namespace Connector.Mail.Reading.Headers;

/// <summary>A name to show and to save under: no path, no control characters; everything else as the sender wrote it.</summary>
internal static class FileNames
{
    public static string? Clean(string? name)
    {
        if (name is null) return null;
        var last = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1);
        var text = last.ContainsAnyInRange('\0', '\x1F') ? string.Concat(last.ToString().Where(c => !char.IsControl(c))) : last.ToString();
        text = text.Trim().Trim('"');
        return text is "" or "." or ".." ? null : text;
    }
}
