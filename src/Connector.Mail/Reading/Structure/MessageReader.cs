using Connector.Mail.Reading.Headers;
using Connector.Mail.Reading.Tnef;

namespace Connector.Mail.Reading.Structure;

/// <summary>Reads a mail's whole tree of parts with a stack of its own, however deep it goes.</summary>
internal sealed class MessageReader(ReadLimits limits, WarningLog log)
{
    private readonly Stack<Pending> pending = new();
    private int parts;
    private int unpacked;
    private bool partial;

    private readonly record struct Pending(MailPart Part, Frame Frame, EntitySpan Body, int Depth);

    public MailMessage Read(ReadOnlyMemory<byte> raw)
    {
        var message = Message(new Frame(raw, log), new EntitySpan(0, raw.Length), 0);
        if (!message.HasHeaders) log.Add(Warning.NotMail);
        while (pending.TryPop(out var next)) Open(next);
        message.Partial = partial;
        return message;
    }

    private MailMessage Message(Frame frame, EntitySpan span, int depth)
    {
        var bytes = frame.Bytes.Span[..span.End];
        var block = new HeaderBlockReader(bytes, frame.Text, limits, log).ReadMail(span.Start);
        block = SplitHeaders.Join(block, bytes, frame.Text, limits, log);
        var root = Part(frame, span, block, "text/plain", depth);
        return MessageFields.Read(block.Fields, root, limits, log);
    }

    private MailPart Part(Frame frame, EntitySpan span, HeaderBlock block, string defaultType, int depth)
    {
        parts++;
        var fields = PartFields.Read(block.Fields, defaultType, log);
        var body = new EntitySpan(block.BodyStart, span.End);
        var part = new MailPart
        {
            Headers = block.Fields,
            ContentType = fields.ContentType,
            Parameters = fields.Parameters,
            Disposition = fields.Disposition,
            FileName = fields.FileName,
            ContentId = fields.ContentId,
            Encoding = fields.Encoding,
            EncodedBody = frame.Bytes[body.Start..body.End],
            Raw = frame.Bytes[span.Start..span.End],
            Log = log,
        };
        Nesting.Note(part, log);
        if (Nesting.IsComposite(part)) pending.Push(new Pending(part, frame, body, depth));
        return part;
    }

    private void Open(Pending next)
    {
        if (next.Depth >= limits.MaxDepth || parts >= limits.MaxParts)
        {
            next.Part.Unopened = true;
            log.Add(Warning.LimitReached, next.Depth >= limits.MaxDepth ? "depth" : "parts");
            partial = true;
            return;
        }
        if (next.Part.IsMultipart) OpenMultipart(next);
        else if (Nesting.IsTnef(next.Part)) OpenTnef(next);
        else if (Nesting.MayBeSigned(next.Part)) OpenSigned(next);
        else OpenMessage(next);
    }

    private void OpenMultipart(Pending next)
    {
        var splitter = new MultipartSplitter(next.Frame, log);
        var spans = splitter.Split(next.Body, next.Part.Parameters.GetValueOrDefault("boundary"));
        partial |= splitter.Unfinished;
        if (!splitter.Found) next.Part.Children = Lone(next);
        else next.Part.Children = spans.Take(limits.MaxParts - parts).Select(s => Child(next, s)).ToArray();
        if (spans.Count <= next.Part.Children.Count || spans.Count == 0) return;
        log.Add(Warning.LimitReached, "parts");
        partial = true;
    }

    private MailPart Child(Pending parent, EntitySpan span)
    {
        var bytes = parent.Frame.Bytes.Span[..span.End];
        var block = new HeaderBlockReader(bytes, parent.Frame.Text, limits, log).ReadPart(span.Start);
        block = SplitHeaders.Join(block, bytes, parent.Frame.Text, limits, log);
        var type = parent.Part.ContentType == "multipart/digest" ? "message/rfc822" : "text/plain";
        return Part(parent.Frame, span, block, type, parent.Depth + 1);
    }

    /// <summary>A multipart without a single delimiter: what stands in it is one part, usually plain text.</summary>
    private MailPart[] Lone(Pending next)
    {
        log.Add(Warning.NoParts);
        var empty = next.Frame.Bytes.Span[next.Body.Start..next.Body.End].Trim(" \t\r\n"u8).IsEmpty;
        return empty ? [] : [Child(next, next.Body)];
    }

    private void OpenMessage(Pending next)
    {
        var (frame, span) = (next.Frame, next.Body);
        if (Nesting.IsEncoded(next.Part))
        {
            if (Exhausts(next.Part.EncodedBody.Length)) return;
            frame = new Frame(next.Part.Decode(), log);
            span = new EntitySpan(0, frame.Bytes.Length);
            unpacked += frame.Bytes.Length;
            log.Add(Warning.Unpacked, "encoded message");
        }
        var message = Message(frame, span, next.Depth + 1);
        next.Part.Message = message;
        next.Part.Children = [message.Root];
    }

    private void OpenTnef(Pending next)
    {
        if (Exhausts(next.Part.EncodedBody.Length)) return;
        var content = next.Part.Decode();
        var tnef = new TnefMessage(limits, log);
        if (tnef.Read(content) is not { } message) return;
        unpacked += content.Length + tnef.Unpacked;
        partial |= message.Partial;
        log.Add(Warning.Unpacked, next.Part.FileName ?? next.Part.ContentType);
        next.Part.Message = message;
        next.Part.Children = [message.Root];
    }

    private void OpenSigned(Pending next)
    {
        if (Exhausts(next.Part.EncodedBody.Length)) return;
        var content = SignedContent.Find(next.Part.Decode());
        if (!next.Part.Parameters.ContainsKey("smime-type")) log.Add(content is null ? Warning.Encrypted : Warning.Signed, next.Part.ContentType);
        if (content is not { } entity) return;
        unpacked += entity.Length;
        log.Add(Warning.Unpacked, "signed content");
        next.Part.Children = [Child(next with { Frame = new Frame(entity, log) }, new EntitySpan(0, entity.Length))];
    }

    private bool Exhausts(int length)
    {
        if (length <= limits.MaxUnpackedBytes - unpacked) return false;
        log.Add(Warning.LimitReached, "unpacked bytes");
        return partial = true;
    }
}
