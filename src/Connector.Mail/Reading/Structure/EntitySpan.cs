namespace Connector.Mail.Reading.Structure;

/// <summary>Where one entity stands in its frame.</summary>
internal readonly record struct EntitySpan(int Start, int End);
