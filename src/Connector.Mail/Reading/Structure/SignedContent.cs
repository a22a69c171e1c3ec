using System.Formats.Asn1;

namespace Connector.Mail.Reading.Structure;

/// <summary>The content of an opaque signature (CMS SignedData, RFC 5652 and 8551): a MIME entity inside one file. Whose signature it is, nobody looks into.</summary>
internal static class SignedContent
{
    private const string SignedData = "1.2.840.113549.1.7.2";

    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Null when the file holds something else, or is broken.</summary>
    public static ReadOnlyMemory<byte>? Find(ReadOnlyMemory<byte> file)
    {
        try
        {
            var info = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
            if (info.ReadObjectIdentifier() != SignedData) return null;
            var signed = info.ReadSequence(Explicit).ReadSequence();
            signed.ReadInteger();
            signed.ReadSetOf();
            var content = signed.ReadSequence();
            if (content.ReadObjectIdentifier() != Data || !content.HasData) return null;
            var octets = content.ReadSequence(Explicit);
            return octets.TryReadPrimitiveOctetString(out var whole) ? whole : octets.ReadOctetString();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
