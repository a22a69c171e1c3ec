using Connector.Engine.Messages;
using Connector.Mail;

namespace Connector.Engine.Tests.Kit;

/// <summary>A mail as a customer's program writes it. Bytes come from the mail writer, so what the rules see has been written and read.</summary>
internal sealed record TestMail
{
    private static int _numbered;

    public string From { get; init; } = "carla@customer.example";
    public string? FromName { get; init; }
    public IReadOnlyList<string> To { get; init; } = ["support@example.org"];
    public IReadOnlyList<string> Cc { get; init; } = [];
    public IReadOnlyList<string> ReplyTo { get; init; } = [];
    public string Subject { get; init; } = "Broken lamp";
    public string Text { get; init; } = "The lamp arrived broken.";
    public string Id { get; init; } = $"mail{Interlocked.Increment(ref _numbered)}@customer.example";
    public IReadOnlyList<string> InReplyTo { get; init; } = [];
    public IReadOnlyList<string> References { get; init; } = [];
    public DateTimeOffset Date { get; init; } = Scenario.Start;
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    public byte[] Bytes() => MailWriter.Write(new OutgoingMail
    {
        From = new MailAddress(FromName, From),
        To = [.. To.Select(Plain)],
        Cc = [.. Cc.Select(Plain)],
        ReplyTo = [.. ReplyTo.Select(Plain)],
        Subject = Subject,
        Date = Date,
        MessageId = Id,
        InReplyTo = InReplyTo,
        References = References,
        Text = Text,
        Headers = Headers,
    });

    /// <summary>Reply to all: to the Reply-To address, in the chain, with the subject as it stood and everybody copied on.</summary>
    public static TestMail Answer(byte[] mail, string from, string text = "Thank you, one more thing.")
    {
        var read = MailReader.Read(mail);
        var others = read.To.Concat(read.Cc).Select(a => a.Address).Where(a => a != from).ToList();
        return new TestMail
        {
            From = from,
            To = [.. (read.ReplyTo.Count > 0 ? read.ReplyTo : read.From).Select(a => a.Address)],
            Cc = others,
            Subject = $"Re: {read.Subject}",
            Text = text,
            InReplyTo = [read.MessageId!],
            References = [.. read.References, read.MessageId!],
        };
    }

    /// <summary>Names the mail in the subject only, as somebody would who types it.</summary>
    public static TestMail Quoting(string threadId, string from) => new() { From = from, Subject = $"About [{threadId}]" };

    public TestMail With(string header, string value) => this with { Headers = [.. Headers, new MailHeader(header, value)] };

    /// <summary>The program wrote no more than one header of the chain, or none.</summary>
    public TestMail WithoutChain() => this with { InReplyTo = [], References = [] };

    /// <summary>The tag of the Reply-To address got lost on the way.</summary>
    public TestMail WithoutTag() => this with { To = [.. To.Select(t => t.Contains('+') ? t[..t.IndexOf('+')] + t[t.LastIndexOf('@')..] : t)] };

    private static MailAddress Plain(string address) => new(null, address);
}
