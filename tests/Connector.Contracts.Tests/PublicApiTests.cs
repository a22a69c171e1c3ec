using System.Reflection;
using System.Runtime.CompilerServices;

namespace Connector.Contracts.Tests;

/// <summary>What plugins may reference, as a text beside this test: whoever changes the contract sees it, decides about its version, and changes the text.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Contract_AsPublished_IsTheTextBesideThisTest()
    {
        var path = Path.Combine(Folder(), "PublicApi.txt");
        var now = string.Join('\n', Surface()) + "\n";
        if (Environment.GetEnvironmentVariable("CONNECTOR_ACCEPT_API") == "1") File.WriteAllText(path, now);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), now);
    }

    [Fact]
    public void Contract_EveryTypeSeenInIt_IsItsOwnOrTheFrameworksOrLogging()
    {
        string[] foreign = [.. typeof(IAdapter).Assembly.GetReferencedAssemblies().Select(a => a.Name!)];
        Assert.All(foreign, name => Assert.True(name.StartsWith("System", StringComparison.Ordinal) || name is "Microsoft.Extensions.Logging.Abstractions", name));
    }

    private static IEnumerable<string> Surface() =>
        from type in typeof(IAdapter).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)
        from line in Lines(type)
        select line;

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class")} {Name(type)}";
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null && m.Name != "value__").Select(Line).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            yield return $"  {member}";
    }

    private static string? Line(MemberInfo member) => member switch
    {
        PropertyInfo p => $"{p.Name}: {Name(p.PropertyType)}",
        FieldInfo f => f.DeclaringType!.IsEnum ? $"{f.Name} = {f.GetRawConstantValue()}" : $"{f.Name}: {Name(f.FieldType)}",
        MethodInfo { IsSpecialName: false } m => $"{m.Name}({string.Join(", ", m.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"))}): {Name(m.ReturnType)}",
        ConstructorInfo c when c.GetParameters().Length > 0 => $"new({string.Join(", ", c.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"))})",
        _ => null,
    };

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
