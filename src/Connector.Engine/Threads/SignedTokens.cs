using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>A thread id that a key of ours vouches for, with the participant it was sent to.</summary>
public sealed record SignedToken(string ThreadToken, int Recipient, int Number);

/// <summary>The signed forms (domain section 2): address <c>local+thread.r.kmac@domain</c>, Message-ID <c>thread.n.r.kmac@domain</c>.</summary>
public static class SignedTokens
{
    private const int SignatureLength = 17;
    private const int LocalPartLimit = 64;

    /// <summary>The channel's address with the token, or without it when the local part would grow beyond 64 bytes.</summary>
    public static string Address(string address, CaseThread thread, int recipient, Setup setup)
    {
        var at = address.LastIndexOf('@');
        var text = $"{thread.Token!.ToLowerInvariant()}.{Base32.Encode(recipient)}.";
        var local = $"{address[..at]}+{text}{setup.Signer.Sign(setup.Tenant, thread.Channel, text)}";
        return local.Length > LocalPartLimit ? address : local + address[at..];
    }

    /// <summary>Message-ID without brackets.</summary>
    public static string MessageId(string domain, CaseThread thread, int number, int recipient, Setup setup)
    {
        var text = $"{thread.Token!.ToLowerInvariant()}.{Base32.Encode(number)}.{Base32.Encode(recipient)}.";
        return $"{text}{setup.Signer.Sign(setup.Tenant, thread.Channel, text)}@{domain}";
    }

    /// <summary>What stands after the plus of one of our addresses; null when it has not the form. <paramref name="forged"/>: the form, but no key of ours.</summary>
    public static SignedToken? ReadAddress(string address, Setup setup, out bool forged)
    {
        forged = false;
        var (plus, at) = (address.LastIndexOf('+'), address.LastIndexOf('@'));
        return plus > 0 && at > plus && setup.IsOwnAddress(address) ? Read(address[(plus + 1)..at], 3, setup, out forged) : null;
    }

    public static SignedToken? ReadMessageId(string id, Setup setup, out bool forged)
    {
        forged = false;
        var at = id.LastIndexOf('@');
        return at > 0 ? Read(id[..at], 4, setup, out forged) : null;
    }

    private static SignedToken? Read(string text, int pieces, Setup setup, out bool forged)
    {
        forged = false;
        var lower = text.ToLowerInvariant();
        var parts = lower.Split('.');
        if (parts.Length != pieces || parts[^1].Length != SignatureLength || parts[0].Length == 0) return null;
        if (!Base32.TryDecode(parts[^2], out var recipient) || !Base32.TryDecode(parts[1], out var number)) return null;
        var payload = lower[..^SignatureLength];
        var ours = setup.Channels.Keys.Any(c => setup.Signer.Verify(setup.Tenant, c, payload, parts[^1]));
        // An imported id may have any length; a foreign Message-ID of such a form is no forgery.
        forged = !ours && parts[0].Length == ThreadIds.Length;
        return !ours ? null : new SignedToken(parts[0].ToUpperInvariant(), recipient, pieces == 4 ? number : 0);
    }
}
