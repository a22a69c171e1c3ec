using Connector.Engine.Door;

namespace Connector.Engine.Codes;

/// <summary>Carries out the steps of a reviewed plan; what happened here is stored at once, what the vendor must do leaves by the outbox.</summary>
internal static class PlanRules
{
    public static Outcome Decide(ApplyPlan input, Known known, Given given)
    {
        var work = new CatalogueWork(known.Catalogue!, input, given);
        var plan = Plan.Of(work.Catalogue, input.Instance, work.Setup);
        if (plan.Steps.Count == 0) return new Outcome(new Answer.Nothing("both sides agree", new PlanResult(plan, [])));
        if (plan.Fingerprint != input.Plan)
            return new Outcome(new Answer.Refused(RuleNames.PlanChanged, $"plan: '{input.Plan}' was reviewed, it is '{plan.Fingerprint}' by now; look at it again: codes sync {input.Instance}"));
        if (input.Only?.FirstOrDefault(n => plan.Steps.All(s => s.Number != n)) is > 0 and var missing)
            return new Outcome(new Answer.Refused(RuleNames.NotFound, $"only: the plan has steps 1 to {plan.Steps.Count}, no {missing}"));
        var steps = plan.Steps.Where(s => input.Only is null || input.Only.Contains(s.Number)).ToList();
        foreach (var step in steps) Carry(work, input.Instance, step);
        return work.Close(new Answer.Done(new PlanResult(plan, [.. steps.Select(s => s.Number)])));
    }

    private static void Carry(CatalogueWork work, string instance, PlanStep step)
    {
        var entry = step.VendorId is { } id ? work.Catalogue.Entry(instance, step.Kind, id) : null;
        var mappings = work.Catalogue.MappingsOf(instance).Where(m => m.VendorId == step.VendorId && m.Code == step.Code).ToList();
        switch (step.Action)
        {
            case PlanAction.Map: MappingRules.Point(work, instance, "", step.VendorId!, step.Code!, Why); break;
            case PlanAction.Import: CodeImport.Take(work, instance, step.VendorId!, entry!.Name, entry.IsOffered, Why); break;
            case PlanAction.RenameHere: RenameHere(work, instance, step, entry!, mappings); break;
            case PlanAction.RenameThere: CodePush.Rename(work, mappings[0]); break;
            case PlanAction.RetireHere: Retire(work, instance, step, mappings, entry); break;
            case PlanAction.RetireThere: CodePush.Retire(work, mappings[0]); break;
            case PlanAction.RestoreHere: Restore(work, instance, step, entry!); break;
            case PlanAction.Unmap: foreach (var mapping in mappings) MappingRules.End(work, mapping, Why); break;
            case PlanAction.Push: CodePush.Add(work, instance, step.Code!); break;
            case PlanAction.Accept: Accept(work, entry!, mappings); break;
        }
    }

    private const string Why = "as planned";

    private static void RenameHere(CatalogueWork work, string instance, PlanStep step, VendorEntry entry, List<CodeMapping> mappings)
    {
        var label = CodeKeys.LabelOf(entry.Name);
        if (work.Take(step.Code!, new CodeInput.Rename(label), Why) is Answer.Refused) work.Take(step.Code!, new CodeInput.Rename(label = $"{label} ({instance})"), Why);
        foreach (var mapping in mappings) work.Keep(mapping with { Label = work.Catalogue.Code(step.Code!)!.Label });
        MappingRules.Agree(work, instance, entry.VendorId);
    }

    private static void Retire(CatalogueWork work, string instance, PlanStep step, List<CodeMapping> mappings, VendorEntry? entry)
    {
        work.Take(step.Code!, new CodeInput.Retire(), Why);
        if (entry is { IsThere: true }) MappingRules.Agree(work, instance, entry.VendorId);
        else foreach (var mapping in mappings) MappingRules.End(work, mapping, Why);
    }

    private static void Restore(CatalogueWork work, string instance, PlanStep step, VendorEntry entry)
    {
        work.Take(step.Code!, new CodeInput.Add(work.Catalogue.Code(step.Code!)!.Label), Why);
        MappingRules.Agree(work, instance, entry.VendorId);
    }

    private static void Accept(CatalogueWork work, VendorEntry entry, List<CodeMapping> mappings)
    {
        work.Keep(entry with { KnownName = entry.IsThere ? entry.Name : null, KnownOffered = entry.IsOffered });
        foreach (var mapping in mappings) work.Keep(mapping with { Label = work.Catalogue.Code(mapping.Code)!.Label });
        work.Log($"Vendor{entry.Kind}Noted", Why, entry.KnownName, entry.IsThere ? entry.Name : null);
    }
}

/// <summary>What was carried out of which plan.</summary>
public sealed record PlanResult(Plan Plan, IReadOnlyList<int> Taken);
