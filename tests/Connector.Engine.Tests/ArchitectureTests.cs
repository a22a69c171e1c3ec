using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Connector.Engine.Door;
using Connector.Mail;

namespace Connector.Engine.Tests;

/// <summary>The rules and the mail reader are pure: the assemblies and every member they use are looked through.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Engine = ["Connector.Contracts", "Connector.Mail"];
    private static readonly string[] Mail = ["AngleSharp"];

    /// <summary>Types that reach outside the process or read a clock of their own.</summary>
    private static readonly string[] Banned =
    [
        "Microsoft.EntityFrameworkCore.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "Microsoft.Data.", "System.Data.", "System.Net.Http.", "System.Net.Sockets.", "System.Net.Mail.SmtpClient",
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.Path.Exists", "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Threading.Timer",
        "System.Environment.get_TickCount", "System.Environment.GetEnvironmentVariable", "System.Threading.Thread.Sleep", "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Run", "System.Console.",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Random",
    ];

    [Fact]
    [Trait("Requirement", "H11")]
    public void Engine_ReferencesOnlyContractsMailAndTheFramework() => Assert.Equal([], Foreign(typeof(EngineRules).Assembly, Engine));

    [Fact]
    public void Mail_ReferencesOnlyTheHtmlReaderAndTheFramework() => Assert.Equal([], Foreign(typeof(MailReader).Assembly, Mail));

    [Theory]
    [InlineData(typeof(EngineRules), true)]
    [InlineData(typeof(MailReader), false)]
    [Trait("Requirement", "H11")]
    public void Members_Used_ReachNoClockNetworkDiskOrChance(Type inside, bool noChance)
    {
        var used = MembersUsedBy(inside.Assembly).ToList();
        Assert.Contains(used, m => m.StartsWith("System.String", StringComparison.Ordinal));
        var banned = noChance ? [.. Banned, "System.Security.Cryptography.RandomNumberGenerator"] : Banned;
        Assert.Equal([], used.Where(m => banned.Any(b => b.EndsWith('.') ? m.StartsWith(b, StringComparison.Ordinal) : m == b || m.StartsWith(b + ".", StringComparison.Ordinal))));
    }

    /// <summary>The contract knows nothing of the engine, so a plugin, which references only the contract, can hold none of its rules.</summary>
    [Fact]
    [Trait("Requirement", "H11")]
    public void Contracts_ReferenceNothingOfTheEngine() =>
        Assert.DoesNotContain(typeof(Contracts.WorkObservation).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Connector.", StringComparison.Ordinal));

    [Fact]
    [Trait("Requirement", "H11")]
    public void Plugins_EachProject_ReferencesTheContractOnly()
    {
        var projects = Directory.GetFiles(Path.Combine(Root(), "plugins"), "*.csproj", SearchOption.AllDirectories).Append(Path.Combine(Root(), "plugins", "Directory.Build.props")).ToList();
        Assert.NotEmpty(projects);
        var references = projects.SelectMany(p => System.Xml.Linq.XDocument.Load(p).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))));
        Assert.Equal(["Connector.Contracts"], references.Distinct());
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [Fact]
    public void Records_Public_AreImmutable() => Assert.Equal([], typeof(EngineRules).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(IRecord)) && !t.IsInterface)
        .SelectMany(t => t.GetProperties())
        .Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
        .Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    private static IEnumerable<string> Foreign(Assembly assembly, string[] allowed) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !allowed.Contains(n) && !n.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> MembersUsedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeReferences) yield return NameOf(reader, handle);
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference) yield return $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}";
        }
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
