using System.Runtime.InteropServices;

namespace Connector.Mail.Tests.Golden;

/// <summary>The few functions of the GMime library that reading a mail takes.</summary>
internal static class GMime
{
    private const string Library = "libgmime-3.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";
    private const string Glib = "libglib-2.0.so.0";

    public static bool IsInstalled => NativeLibrary.TryLoad(Library, out _);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void g_mime_init();

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_stream_mem_new_with_buffer(byte[] buffer, nuint length);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_parser_new_with_stream(nint stream);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_parser_construct_message(nint parser, nint options);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_message_get_subject(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_message_get_message_id(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_message_get_date(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_message_get_from(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_message_get_to(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_message_get_cc(nint message);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_object_get_header(nint mimeObject, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_references_parse(nint options, nint text);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int g_mime_references_length(nint references);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_references_get_message_id(nint references, int index);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int internet_address_list_length(nint list);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint internet_address_list_get_address(nint list, int index);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint internet_address_get_name(nint address);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint internet_address_mailbox_get_idn_addr(nint mailbox);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint internet_address_group_get_members(nint group);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_part_iter_new(nint mimeObject);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int g_mime_part_iter_next(nint iterator);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_part_iter_get_current(nint iterator);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void g_mime_part_iter_free(nint iterator);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_part_get_filename(nint part);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_mime_text_part_get_text(nint part);

    [DllImport(Objects), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint g_type_name_from_instance(nint instance);

    [DllImport(Objects), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void g_object_unref(nint instance);

    [DllImport(Glib), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern long g_date_time_to_unix(nint time);

    [DllImport(Glib), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern long g_date_time_get_utc_offset(nint time);

    [DllImport(Glib), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void g_free(nint memory);
}
