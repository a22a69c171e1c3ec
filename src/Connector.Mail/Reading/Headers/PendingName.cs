using System.Text;

namespace Connector.Mail.Reading.Headers;

/// <summary>A piece of an address list without an address: the first half of <c>Doe, John &lt;j@x&gt;</c>, or a name and nothing else.</summary>
internal struct PendingName()
{
    private readonly StringBuilder text = new();
    private string? comment;

    public readonly bool Holds => text.Length > 0;

    public void Start(ReadOnlySpan<char> name, string? remark)
    {
        text.Append(name.Trim());
        comment = remark;
    }

    public readonly void Append(ReadOnlySpan<char> name) => text.Append(", ").Append(name.Trim());

    public readonly string Take()
    {
        var taken = text.ToString();
        text.Clear();
        return taken;
    }

    /// <summary>One word alone is a local user; several are a name without an address.</summary>
    public readonly void Flush(List<MailAddress> found, WarningLog log)
    {
        if (!Holds) return;
        foreach (var one in Take().Split(", "))
        {
            var bare = AddressText.WithoutComments(one).Trim();
            if (bare.IsEmpty || bare.EndsWith(":") || bare.StartsWith("undisclosed", StringComparison.OrdinalIgnoreCase)) continue;
            if (bare.ContainsAny(" \t\"=")) found.Add(new MailAddress(AddressText.Name(bare.ToString(), log), ""));
            else found.Add(new MailAddress(comment is null ? null : AddressText.Name(comment, log), bare.ToString()));
        }
    }
}
