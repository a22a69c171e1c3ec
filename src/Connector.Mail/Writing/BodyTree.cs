using System.Text;

namespace Connector.Mail.Writing;

/// <summary>Which parts a mail has: mixed(alternative(text, related(html, images)), files), each level only where it is needed.</summary>
internal static class BodyTree
{
    public static Entity Of(OutgoingMail mail)
    {
        var seed = new BoundarySeed(mail);
        var images = mail.Html is null ? [] : mail.Attachments.Where(a => a.Inline && a.ContentId is not null).ToList();
        var files = mail.Attachments.Except(images, ReferenceEqualityComparer.Instance).Cast<OutgoingAttachment>().ToList();
        var body = Bodies(mail, images, seed);
        return files.Count == 0 ? body : Entity.Multipart("mixed", seed.Next(), [body, .. files.Select(FileEntity.Of)]);
    }

    private static Entity Bodies(OutgoingMail mail, List<OutgoingAttachment> images, BoundarySeed seed)
    {
        Entity text = TextEntity.Of("plain", mail.Text);
        if (mail.Html is null) return text;
        Entity html = TextEntity.Of("html", mail.Html);
        if (images.Count > 0)
            html = Entity.Multipart("related", seed.Next(), [html, .. images.Select(FileEntity.Of)], "; type=\"text/html\"");
        return mail.Text.Length == 0 ? html : Entity.Multipart("alternative", seed.Next(), [text, html]);
    }
}
