using System.Buffers;
using System.Globalization;
using System.Text;

namespace Connector.Mail;

/// <summary>An address as it stands on the wire, in header and envelope alike: odd local parts quoted, international domains as punycode.</summary>
public static class AddrSpec
{
    private const int Longest = 320;

    private static readonly SearchValues<char> Atom =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~");

    private static readonly SearchValues<char> DomainText = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static readonly SearchValues<char> LiteralText = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-");

    private static readonly IdnMapping Idn = new();

    /// <summary>A non-ASCII local part stays as it is and then needs SMTPUTF8.</summary>
    /// <exception cref="InvalidMailException">Not an address.</exception>
    public static string Format(string address, string field = "Address")
    {
        ArgumentNullException.ThrowIfNull(address);
        var trimmed = address.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1) throw new InvalidMailException(field, "an address needs a local part and a domain");
        if (trimmed.Length > Longest) throw new InvalidMailException(field, $"an address has at most {Longest} characters");
        if (trimmed.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar))
            throw new InvalidMailException(field, "an address has no control characters or broken ones");
        return $"{LocalPart(trimmed[..at], field)}@{Domain(trimmed[(at + 1)..], field)}";
    }

    private static string LocalPart(string local, string field)
    {
        if (IsDotAtom(local)) return local;
        var bare = local is ['"', .., '"'] && local.Length > 1 ? Unescape(local[1..^1]) : local;
        if (bare.Any(c => char.IsWhiteSpace(c) && c != ' ')) throw new InvalidMailException(field, "white space in the local part");
        return IsDotAtom(bare) ? bare : '"' + bare.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
    }

    private static bool IsDotAtom(string local) =>
        local.Split('.').All(word => word.Length > 0 && word.All(c => Atom.Contains(c) || (c > 0x7F && !char.IsWhiteSpace(c))));

    private static string Unescape(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
            text.Append(quoted[i] == '\\' && i + 1 < quoted.Length ? quoted[++i] : quoted[i]);
        return text.ToString();
    }

    private static string Domain(string domain, string field)
    {
        if (domain is ['[', .. var literal, ']'] && literal.Length > 0 && literal.AsSpan().IndexOfAnyExcept(LiteralText) < 0) return domain;
        var ascii = Ascii.IsValid(domain) ? domain : Punycode(domain, field);
        var labels = ascii.Split('.');
        if (ascii.Length > 255 || !labels.All(l => l.Length is > 0 and < 64 && l.AsSpan().IndexOfAnyExcept(DomainText) < 0))
            throw new InvalidMailException(field, "not a domain");
        return ascii;
    }

    private static string Punycode(string domain, string field)
    {
        try
        {
            return Idn.GetAscii(domain.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            throw new InvalidMailException(field, "a domain that has no ASCII form");
        }
    }
}
