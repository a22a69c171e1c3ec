using System.Text.Json.Serialization;
using Connector.Mail.Classifying;

namespace Connector.Mail.Json;

/// <summary>What <c>parse</c> says about one mail; the property order is the order of the JSON.</summary>
public sealed record ParsedMail(
    ParsedMessage Message,
    [property: JsonConverter(typeof(KebabCase<MailClass>))] MailClass Class,
    string ClassReason,
    Bounce? Bounce)
{
    public static ParsedMail Of(MailMessage message, OwnMail own)
    {
        ArgumentNullException.ThrowIfNull(message);
        var classification = MailClassifier.Classify(message, own);
        var bounce = BounceReader.Read(message);
        // Last, because it names what was mended while everything before it was read.
        return new ParsedMail(ParsedMessage.Of(message), classification.Class, classification.Reason, bounce);
    }
}
