namespace Connector.Mail.Html;

/// <summary>One line of text with what its HTML said about it.</summary>
internal readonly record struct TextLine(string Text, TextMark? Mark = null);

/// <summary>How far a mark reaches.</summary>
internal enum MarkReach
{
    /// <summary>The element.</summary>
    Element,

    /// <summary>The element until the first quotation block in it ends: what follows inside was written by the sender.</summary>
    UntilQuotationEnds,

    /// <summary>From the element to the end of the mail.</summary>
    Rest,
}

/// <summary>What a mail program's element says: quoted text or a signature, and by which rule.</summary>
internal sealed record TextMark(string Rule, MarkReach Reach = MarkReach.Element, bool IsSignature = false);
