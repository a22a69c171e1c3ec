namespace Connector.Mail.Classifying;

/// <summary>A post through a list is a person's mail that gets no automatic answers.</summary>
internal static class ListHeaders
{
    private static readonly string[] Names =
        ["List-Id", "List-Post", "List-Unsubscribe", "List-Help", "List-Subscribe", "List-Archive", "List-Owner", "Mailing-List", "X-Mailing-List", "X-BeenThere", "X-Mailman-Version"];

    public static Classification? Find(MailMessage m) =>
        Names.FirstOrDefault(m.Headers.Has) is { } name ? new(MailClass.List, $"{name} is present") : null;
}
