namespace Tiny;

/// <summary>A private library of a plugin; the other plugin has another version of the same name.</summary>
public static class Words
{
    public static string Version => "tiny 2";

    public static string OnlyInTwo => "new in two";
}
