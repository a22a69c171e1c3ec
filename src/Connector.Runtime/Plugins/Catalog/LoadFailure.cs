using System.Reflection;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>Says in one line why something of a plugin could not be loaded or made: the cause, not the reflection around it.</summary>
internal static class LoadFailure
{
    public static string Describe(Exception failure) => failure switch
    {
        TargetInvocationException { InnerException: { } inner } => Describe(inner),
        TypeInitializationException { InnerException: { } inner } => Describe(inner),
        ReflectionTypeLoadException types => string.Join("; ", types.LoaderExceptions.OfType<Exception>().Select(Describe).Distinct().Take(3)),
        _ => $"{failure.GetType().Name}: {FirstLine(failure.Message)}",
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
