namespace Connector.Mail.Reading.Charsets;

/// <summary>How the bytes of a charset are to be looked at.</summary>
internal enum CharsetKind
{
    /// <summary>No usable label, or one that says no more than "ASCII": UTF-8 if valid, else Windows-1252, unless it is beyond doubt another.</summary>
    Unlabelled,
    Utf8,

    /// <summary>One byte a character.</summary>
    Single,

    /// <summary>ASCII and double bytes.</summary>
    Double,

    /// <summary>Wide units or shift sequences: not a superset of ASCII bytes.</summary>
    Stateful,
}
