using System.Buffers;
using System.Text;
using Connector.Mail.Reading.Charsets;

namespace Connector.Mail.Reading.Tnef;

/// <summary>RTF to text; or to the HTML that Outlook wrapped in it.</summary>
internal sealed class RtfText
{
    private const int Deepest = 500;

    private readonly WarningLog log;
    private readonly StringBuilder text = new();
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly Stack<Group> outer = new();
    private Group group = new() { UnicodeSkip = 1 };
    private int codePage;
    private int toSkip;

    private RtfText(int codePage, WarningLog log) => (this.codePage, this.log) = (codePage, log);

    private struct Group
    {
        public bool Hidden;
        public bool HtmlTag;
        public bool NotHtml;
        public int UnicodeSkip;
    }

    private bool IsHtml { get; set; }

    private bool Silent => group.Hidden || IsHtml && group.NotHtml;

    public static (string Text, bool IsHtml) Read(ReadOnlySpan<byte> rtf, int codePage, WarningLog log)
    {
        var reader = new RtfText(codePage, log);
        var rest = rtf;
        while (!rest.IsEmpty && rest[0] != 0) rest = rest[reader.Step(rest)..];
        reader.Flush();
        return (reader.text.ToString(), reader.IsHtml);
    }

    private int Step(ReadOnlySpan<byte> rest)
    {
        switch (rest[0])
        {
            case (byte)'{':
                Flush();
                if (outer.Count < Deepest) outer.Push(group);
                return 1;
            case (byte)'}':
                Flush();
                if (outer.TryPop(out var left)) group = left;
                return 1;
            case (byte)'\r' or (byte)'\n':
                return 1;
            case (byte)'\\':
                return 1 + Control(rest[1..]);
            default:
                Literal(rest[0]);
                return 1;
        }
    }

    private void Literal(byte b)
    {
        if (toSkip > 0) toSkip--;
        else if (!Silent) bytes.Write([b]);
    }

    private int Control(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty) return 0;
        if (rest[0] == '\'' && rest.Length >= 3)
        {
            if (byte.TryParse(rest.Slice(1, 2), System.Globalization.NumberStyles.HexNumber, null, out var b)) Literal(b);
            return 3;
        }
        if (!char.IsAsciiLetter((char)rest[0]))
        {
            Symbol(rest[0], rest);
            return 1;
        }
        var length = 0;
        while (length < rest.Length && length < 32 && char.IsAsciiLetter((char)rest[length])) length++;
        var end = length;
        if (end < rest.Length && rest[end] == '-') end++;
        while (end < rest.Length && end < 44 && char.IsAsciiDigit((char)rest[end])) end++;
        var number = int.TryParse(rest[length..end], out var parsed) ? parsed : (int?)null;
        Word(Encoding.ASCII.GetString(rest[..length]), number);
        return end < rest.Length && rest[end] == ' ' ? end + 1 : end;
    }

    private void Symbol(byte symbol, ReadOnlySpan<byte> rest)
    {
        switch (symbol)
        {
            case (byte)'*':
                group.Hidden = !rest.StartsWith("*\\htmltag"u8);
                break;
            case (byte)'~':
                Append("\u00A0");
                break;
            case (byte)'_':
                Append("-");
                break;
            case (byte)'{' or (byte)'}' or (byte)'\\':
                Literal(symbol);
                break;
            case (byte)'\r' or (byte)'\n':
                Append("\n");
                break;
        }
    }

    private void Word(string word, int? number)
    {
        switch (word)
        {
            case "fromhtml":
                IsHtml = number != 0;
                break;
            case "htmltag":
                (group.HtmlTag, group.Hidden) = (true, false);
                break;
            case "htmlrtf":
                Flush();
                group.NotHtml = number != 0;
                break;
            case "ansicpg" when number is > 0:
                codePage = number.Value;
                break;
            case "uc":
                group.UnicodeSkip = Math.Clamp(number ?? 1, 0, 10);
                break;
            case "u":
                Append(((char)(ushort)(number ?? 0x3F)).ToString());
                toSkip = group.UnicodeSkip;
                break;
            case "fonttbl" or "colortbl" or "stylesheet" or "info" or "pict" or "object" or "header" or "footer" or "listtable" or "listoverridetable" or "generator" or "themedata":
                group.Hidden = true;
                break;
            default:
                if (Character(word) is { } character) Append(character);
                break;
        }
    }

    private static string? Character(string word) => word switch
    {
        "par" or "line" or "sect" or "page" or "row" => "\n",
        "tab" or "cell" => "\t",
        "lquote" => "\u2018",
        "rquote" => "\u2019",
        "ldblquote" => "\u201C",
        "rdblquote" => "\u201D",
        "bullet" => "\u2022",
        "endash" => "\u2013",
        "emdash" => "\u2014",
        _ => null,
    };

    private void Append(string more)
    {
        Flush();
        if (!Silent) text.Append(more);
    }

    private void Flush()
    {
        if (bytes.WrittenCount > 0) text.Append(TextDecoding.Decode(bytes.WrittenSpan, $"cp{codePage}", log));
        bytes.ResetWrittenCount();
    }
}
