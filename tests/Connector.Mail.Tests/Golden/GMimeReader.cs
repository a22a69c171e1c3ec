using System.Runtime.InteropServices;

using static Connector.Mail.Tests.Golden.GMime;

namespace Connector.Mail.Tests.Golden;

/// <summary>A mail as GMime reads it, in the form of <see cref="Comparison"/>.</summary>
internal static class GMimeReader
{
    public static Dictionary<string, string>? Read(byte[] mail)
    {
        var stream = g_mime_stream_mem_new_with_buffer(mail, (nuint)mail.Length);
        var parser = g_mime_parser_new_with_stream(stream);
        var message = g_mime_parser_construct_message(parser, 0);
        var fields = message == 0 ? null : Fields(message);
        foreach (var instance in new[] { message, parser, stream }.Where(i => i != 0)) g_object_unref(instance);
        return fields;
    }

    private static Dictionary<string, string> Fields(nint message)
    {
        var parts = Parts(message).ToList();
        return new(StringComparer.Ordinal)
        {
            ["subject"] = Comparison.Folded(Text(g_mime_message_get_subject(message))),
            ["from"] = Comparison.People(People(g_mime_message_get_from(message))),
            ["to"] = Comparison.People(People(g_mime_message_get_to(message))),
            ["cc"] = Comparison.People(People(g_mime_message_get_cc(message))),
            ["date"] = Date(g_mime_message_get_date(message)),
            ["messageId"] = Text(g_mime_message_get_message_id(message)),
            ["references"] = string.Join(' ', Ids(g_mime_object_get_header(message, "References"))),
            ["text"] = Comparison.Folded(parts.Find(p => p.IsText).Text ?? ""),
            ["names"] = string.Join('|', parts.Select(p => p.Name.Trim('"')).Where(n => n.Length > 0)),
        };
    }

    private static IEnumerable<(bool IsText, string? Text, string Name)> Parts(nint message)
    {
        var iterator = g_mime_part_iter_new(message);
        do
        {
            var part = g_mime_part_iter_get_current(iterator);
            var type = part == 0 ? "" : Text(g_type_name_from_instance(part));
            if (type is "GMimeTextPart") yield return (true, Taken(g_mime_text_part_get_text(part)), Text(g_mime_part_get_filename(part)));
            else if (type is "GMimePart") yield return (false, null, Text(g_mime_part_get_filename(part)));
        }
        while (g_mime_part_iter_next(iterator) != 0);
        g_mime_part_iter_free(iterator);
    }

    private static IEnumerable<(string? Name, string Address)> People(nint list)
    {
        for (var i = 0; list != 0 && i < internet_address_list_length(list); i++)
        {
            var address = internet_address_list_get_address(list, i);
            if (Text(g_type_name_from_instance(address)) != "InternetAddressGroup")
                yield return (Text(internet_address_get_name(address)), Text(internet_address_mailbox_get_idn_addr(address)));
            else
                foreach (var member in People(internet_address_group_get_members(address))) yield return member;
        }
    }

    private static IEnumerable<string> Ids(nint text)
    {
        var references = text == 0 ? 0 : g_mime_references_parse(0, text);
        for (var i = 0; references != 0 && i < g_mime_references_length(references); i++) yield return Text(g_mime_references_get_message_id(references, i));
    }

    private static string Date(nint time) => time == 0 ? "" : DateTimeOffset.FromUnixTimeSeconds(g_date_time_to_unix(time))
        .ToOffset(TimeSpan.FromMicroseconds(g_date_time_get_utc_offset(time))).ToString("yyyy-MM-ddTHH:mm:sszzz");

    private static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";

    private static string Taken(nint utf8)
    {
        var text = Text(utf8);
        g_free(utf8);
        return text;
    }
}
