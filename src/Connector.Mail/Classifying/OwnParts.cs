namespace Connector.Mail.Classifying;

internal static class OwnParts
{
    /// <summary>The parts of this mail itself: what a message attached to it contains says nothing about it.</summary>
    public static IEnumerable<MailPart> Of(MailMessage m)
    {
        var open = new Stack<MailPart>();
        open.Push(m.Root);
        while (open.TryPop(out var part))
        {
            yield return part;
            if (part.Message is not null) continue;
            for (var i = part.Children.Count - 1; i >= 0; i--) open.Push(part.Children[i]);
        }
    }
}
