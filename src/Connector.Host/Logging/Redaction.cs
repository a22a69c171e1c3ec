using System.Text.RegularExpressions;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Host.Logging;

/// <summary>The last look at a line before it leaves: secrets and mail addresses go, whoever put them there.</summary>
internal sealed partial class Redaction(SecretMask mask)
{
    private const string Address = "(address)";

    public string Apply(string line) => Addresses().Replace(Keys().Replace(mask.Apply(line), SecretMask.Mark), Address);

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-=]+@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\bck_[A-Z2-7a-z]+_[A-Za-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
