namespace Connector.Mail.Html;

/// <summary>Receives a document as balanced events, in document order.</summary>
internal interface IHtmlSink
{
    /// <summary>False drops the element with everything in it; <see cref="Close"/> is then not called.</summary>
    bool Open(HtmlElement element);

    /// <summary>Called once for every opened element, void ones included.</summary>
    void Close(HtmlElement element);

    /// <summary>Enough was taken: what is open is closed, and nothing more is read.</summary>
    bool IsFull { get; }

    /// <summary>Character data, entities resolved.</summary>
    void Text(ReadOnlySpan<char> text);
}
