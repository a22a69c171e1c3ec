using Connector.Engine.Messages;
using Connector.Host.Api.Requests;
using Connector.Mail;

namespace Connector.Host.Api.Messages;

/// <summary><c>/messages</c>: one message, its bytes as they came, its files.</summary>
internal static class MessageEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/messages").WithTags("Messages");
        group.MapGet("/{id}", async (string id, MessageReader reader, CancellationToken cancellation) =>
        {
            var (message, raw) = await FindAsync(id, reader, cancellation);
            return MessageView.Of(message, raw);
        }).WithSummary("One message with its bodies");
        group.MapGet("/{id}/raw", async (string id, MessageReader reader, CancellationToken cancellation) =>
            TypedResults.File(await RawAsync(id, reader, cancellation), "message/rfc822", $"{id}.eml")).WithSummary("The mail as it came");
        group.MapGet("/{id}/attachments/{number:int}", async (string id, int number, MessageReader reader, CancellationToken cancellation) =>
        {
            var files = MailReader.Read(await RawAsync(id, reader, cancellation)).Attachments;
            if (number < 1 || number > files.Count) throw Ids.NoSuch("attachment", $"{id}/{number}");
            // Never shown by a browser as what the sender calls it: always a file to save.
            return TypedResults.File(files[number - 1].Part.Decode().ToArray(), "application/octet-stream", files[number - 1].Name ?? $"attachment-{number}");
        }).WithSummary("One file of a mail, counted from 1");
    }

    private static async Task<byte[]> RawAsync(string id, MessageReader reader, CancellationToken cancellation) =>
        (await FindAsync(id, reader, cancellation)).Raw ?? throw Ids.NoSuch("mail", id);

    private static async Task<(Message Message, byte[]? Raw)> FindAsync(string id, MessageReader reader, CancellationToken cancellation) =>
        await reader.FindAsync(Ids.Message(id), cancellation) ?? throw Ids.NoSuch("message", id);
}
