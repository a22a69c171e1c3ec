namespace Connector.Mail.Reading.Headers;

/// <summary>One entry of an address list: where it is, its last angle brackets and its last comment (-1 when it has none).</summary>
internal readonly record struct AddressPiece(int Start, int Length, int Angle, int AngleLength, int Comment, int CommentLength, bool AfterComma);
