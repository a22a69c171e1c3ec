using Connector.Contracts;
using Connector.Engine.Door;

namespace Connector.Engine.Codes;

/// <summary>Administrators' commands on codes, and what the vendors are told of them.</summary>
internal static class CodeCommandRules
{
    public static Outcome Decide(CodeCommand command, Known known, Given given)
    {
        if (FaultOf(command) is { } fault) return new Outcome(new Answer.Refused(RuleNames.InvalidCode, fault));
        var work = new CatalogueWork(known.Catalogue!, command, given);
        if (work.Take(command.Key, StepOf(command)) is { } answer) return new Outcome(answer);
        if (command.Push) CodePush.All(work, command);
        return work.Close(new Answer.Done(work.Catalogue.Code(command.Key)));
    }

    private static CodeInput StepOf(CodeCommand command) => command switch
    {
        AddCode c => new CodeInput.Add(c.Label, c.Description),
        RenameCode c => new CodeInput.Rename(c.Label, c.Description),
        TranslateCode c => new CodeInput.Translate(c.Language, c.Label),
        RetireCode => new CodeInput.Retire(),
        _ => throw new InvalidOperationException(command.GetType().Name),
    };

    private static string? FaultOf(CodeCommand command) => command switch
    {
        AddCode c => CodeKeys.Fault(c.Key, c.Label, c.Description),
        RenameCode c => CodeKeys.Fault(c.Key, c.Label, c.Description),
        TranslateCode c => CodeKeys.TranslationFault(c.Language, c.Label),
        _ => null,
    };
}

/// <summary>Tells vendors of a code: an instance must keep a list that can be written.</summary>
internal static class CodePush
{
    public static void All(CatalogueWork work, CodeCommand command)
    {
        foreach (var instance in work.Setup.Capabilities.Keys.Order(StringComparer.Ordinal).Where(i => CanSave(work, i)))
        {
            if (command is AddCode && !work.Catalogue.MappingsOf(instance).Any(m => m.Code == command.Key)) Add(work, instance, command.Key);
            foreach (var mapping in work.Catalogue.MappingsOf(instance).Where(m => m.Code == command.Key).DistinctBy(m => m.VendorId).ToList())
            {
                if (command is RenameCode or AddCode) Rename(work, mapping);
                if (command is RetireCode) Retire(work, mapping);
            }
        }
    }

    public static bool CanSave(CatalogueWork work, string instance) => work.Setup.CapabilitiesOf(instance).HasFlag(Capability.SaveCodes);

    public static void Add(CatalogueWork work, string instance, string key)
    {
        var code = work.Catalogue.Code(key)!;
        work.Send(instance, WorkOperation.AddCode, new(key, null, code.Label, code.Description, QueuesOf(work, instance)));
    }

    public static void Rename(CatalogueWork work, CodeMapping mapping)
    {
        var code = work.Catalogue.Code(mapping.Code)!;
        work.Send(mapping.Instance, WorkOperation.RenameCode, new(code.Key, mapping.VendorId, code.Label, code.Description, []));
    }

    public static void Retire(CatalogueWork work, CodeMapping mapping) =>
        work.Send(mapping.Instance, WorkOperation.RetireCode, new(mapping.Code, mapping.VendorId, "", null, []));

    /// <summary>The queues our channels use.</summary>
    private static IReadOnlyList<string> QueuesOf(CatalogueWork work, string instance) =>
        [.. work.Setup.Channels.Values.Where(c => Catalogue.Same(c.Instance, instance)).Select(c => c.Queue).Distinct().Order(StringComparer.Ordinal)];
}
