using System.Text.RegularExpressions;

namespace Connector.Runtime.Plugins.Secrets;

/// <summary>Takes mail addresses out of text that is no place for people.</summary>
public static partial class AddressMask
{
    /// <summary>What stands in the place of an address.</summary>
    public const string Mark = "(address)";

    public static string Apply(string text) => text.Contains('@') || text.Contains("%40", StringComparison.Ordinal) ? Addresses().Replace(text, Mark) : text;

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-=]+(@|%40)[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();
}
