using Connector.Mail;

namespace Connector.Engine.Settings;

/// <summary>Through which channel a mail came in, as far as it says so itself: where it was delivered, else whom it is addressed to.</summary>
/// <param name="Id">Null: none or several fit.</param>
/// <param name="Unclear">What somebody must do then, and why.</param>
public sealed record ReceivingChannel(string? Id, string? Unclear = null)
{
    private static readonly string[] DeliveryFields = ["Delivered-To", "X-Original-To", "Envelope-To"];

    public static ReceivingChannel Of(MailMessage mail, Setup setup) => ChannelsOf(mail, setup) switch
    {
        [var one] => new(one),
        [] => new(null, $"must be named, one of {string.Join(", ", setup.Channels.Keys.Order(StringComparer.Ordinal))}: the mail went to no address of a channel"),
        var several => new(null, $"must be named, one of {string.Join(", ", several)}: the mail went to each of them"),
    };

    private static List<string> ChannelsOf(MailMessage mail, Setup setup) =>
        In(DeliveryFields.SelectMany(mail.Headers.All).Select(value => value.Trim().Trim('<', '>')), setup) is { Count: > 0 } delivered ? delivered : In(mail.To.Concat(mail.Cc).Select(a => a.Address), setup);

    private static List<string> In(IEnumerable<string> addresses, Setup setup) =>
        [.. addresses.Select(setup.ChannelOf).OfType<Channel>().Select(c => c.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
