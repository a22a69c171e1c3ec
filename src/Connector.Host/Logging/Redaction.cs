using System.Text.RegularExpressions;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Host.Logging;

/// <summary>The last look at a line before it leaves: secrets and mail addresses go, whoever put them there.</summary>
internal sealed partial class Redaction
{
    /// <summary>Knows the secrets; the host's own takes its place as soon as there is one.</summary>
    public SecretMask Mask { get; set; } = new();

    public string Apply(string line) => AddressMask.Apply(Keys().Replace(Mask.Apply(line), SecretMask.Mark));

    [GeneratedRegex(@"\bck_[A-Z2-7a-z]+_[A-Za-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
