namespace Connector.Mail.Replies;

/// <summary>What the sender wrote and what was cut from it; <paramref name="Rules"/> names the rules that cut, in order of first use.</summary>
public sealed record ReplyParts(string ReplyText, string QuotedText, IReadOnlyList<string> Rules);
