using System.Runtime.InteropServices;

namespace Connector.Benchmarks.Floors;

/// <summary>One mail read by the GMime library with every field, text and file decoded.</summary>
internal static class GMimeReading
{
    private const string Library = "libgmime-3.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";
    private const string Glib = "libglib-2.0.so.0";

    /// <summary>False where the library is not installed.</summary>
    public static bool TryStart()
    {
        if (!NativeLibrary.TryLoad(Library, out _)) return false;
        g_mime_init();
        return true;
    }

    public static void Decode(byte[] mail)
    {
        var stream = g_mime_stream_mem_new_with_buffer(mail, (nuint)mail.Length);
        var parser = g_mime_parser_new_with_stream(stream);
        var message = g_mime_parser_construct_message(parser, 0);
        if (message != 0) Decode(message);
        foreach (var instance in (ReadOnlySpan<nint>)[message, parser, stream])
            if (instance != 0) g_object_unref(instance);
    }

    private static void Decode(nint message)
    {
        _ = (g_mime_message_get_subject(message), g_mime_message_get_message_id(message), g_mime_message_get_date(message));
        _ = (g_mime_message_get_from(message), g_mime_message_get_to(message), g_mime_message_get_cc(message));
        var iterator = g_mime_part_iter_new(message);
        do
        {
            var part = g_mime_part_iter_get_current(iterator);
            var type = part == 0 ? "" : Marshal.PtrToStringUTF8(g_type_name_from_instance(part));
            if (type == "GMimeTextPart") g_free(g_mime_text_part_get_text(part));
            else if (type == "GMimePart") File(part);
        }
        while (g_mime_part_iter_next(iterator) != 0);
        g_mime_part_iter_free(iterator);
    }

    private static void File(nint part)
    {
        _ = g_mime_part_get_filename(part);
        var content = g_mime_part_get_content(part);
        if (content == 0) return;
        var decoded = g_mime_stream_mem_new();
        _ = g_mime_data_wrapper_write_to_stream(content, decoded);
        g_object_unref(decoded);
    }

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void g_mime_init();

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_stream_mem_new();

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_stream_mem_new_with_buffer(byte[] buffer, nuint length);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_parser_new_with_stream(nint stream);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_parser_construct_message(nint parser, nint options);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_message_get_subject(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_message_get_message_id(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_message_get_date(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_message_get_from(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_message_get_to(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_message_get_cc(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_part_iter_new(nint mimeObject);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_part_iter_get_current(nint iterator);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int g_mime_part_iter_next(nint iterator);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void g_mime_part_iter_free(nint iterator);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_part_get_filename(nint part);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_part_get_content(nint part);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_data_wrapper_write_to_stream(nint wrapper, nint stream);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_mime_text_part_get_text(nint part);

    [DllImport(Objects), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint g_type_name_from_instance(nint instance);

    [DllImport(Objects), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void g_object_unref(nint instance);

    [DllImport(Glib), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void g_free(nint memory);
}
