using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Settings;

namespace Connector.Host.Operations.Codes;

/// <summary>Whether the codes that will be given at an instance are mapped; nothing to say where the instance keeps no list.</summary>
internal static class CodeProbes
{
    public static IEnumerable<Probe> Of(Setup setup, string instance)
    {
        if (!setup.MapsCodes(instance)) yield break;
        var unmapped = CodeCheck.Unmapped(setup, instance);
        yield return unmapped.Count == 0
            ? new("wrap-up codes", true, "the codes given by the system are mapped")
            : new("wrap-up codes", false, $"not mapped for instance '{instance}': {string.Join(", ", unmapped)}", $"codes sync {instance} shows a plan; codes map {instance} VENDOR-CODE CODE maps one; Instances:{instance}:Codes names those to begin with");
        foreach (var code in CodeCheck.UnknownDefaults(setup))
            yield return new("default wrap-up code", false, $"Rules:DefaultWrapUpCode '{code}' is no active code", $"codes add {code} --label TEXT");
    }
}
