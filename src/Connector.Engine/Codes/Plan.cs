using System.Security.Cryptography;
using System.Text;
using Connector.Contracts;
using Connector.Engine.Settings;

namespace Connector.Engine.Codes;

/// <summary>What would bring both sides of one instance together, step by step, for a person to review. Carried out only as it was reviewed.</summary>
public sealed record Plan(string Instance, string Fingerprint, IReadOnlyList<PlanStep> Steps)
{
    public static Plan Of(Catalogue catalogue, string instance, Setup setup)
    {
        var canSave = setup.CapabilitiesOf(instance).HasFlag(Capability.SaveCodes);
        var steps = Drift.Of(catalogue, instance, setup).SelectMany(d => StepsFor(d, catalogue, canSave)).Select((s, n) => s with { Number = n + 1 }).ToList();
        var text = string.Join('\n', steps.Select(s => $"{s.Action} {s.Kind} {s.VendorId} {s.Code} {s.Says}"));
        return new(instance, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4)), steps);
    }

    /// <summary>Our list is canonical; of an imported code the vendor's is.</summary>
    private static IEnumerable<PlanStep> StepsFor(DriftItem d, Catalogue catalogue, bool canSave)
    {
        var external = d.Code is { } key && catalogue.Code(key)?.Origin == CodeOrigin.External;
        return (d.Kind, d.Change, external) switch
        {
            (EntryKind.Code, DriftChange.SameName, _) => [Step(d, PlanAction.Map, $"map '{d.There}' to our '{d.Code}'")],
            (EntryKind.Code, DriftChange.AddedThere, _) => [Step(d, PlanAction.Import, $"import '{d.There}' as external")],
            (EntryKind.Code, DriftChange.OnlyHere, _) => canSave ? [Step(d, PlanAction.Push, $"make '{d.Here}' at the vendor")] : [],
            (EntryKind.Code, DriftChange.RenamedThere, true) => [Step(d, PlanAction.RenameHere, $"rename our '{d.Code}' to '{d.There}'")],
            (EntryKind.Code, DriftChange.RenamedThere, false) => canSave && d.Here != d.There
                ? [Step(d, PlanAction.RenameThere, $"rename '{d.There}' at the vendor to '{d.Here}'")]
                : [Step(d, PlanAction.Accept, $"take note that '{d.Code}' is '{d.There}' at the vendor")],
            (EntryKind.Code, DriftChange.RenamedHere, _) => canSave && d.Here != d.There
                ? [Step(d, PlanAction.RenameThere, $"rename '{d.There}' at the vendor to '{d.Here}'")]
                : [Step(d, PlanAction.Accept, $"take note that '{d.Code}' is '{d.There}' at the vendor")],
            (EntryKind.Code, DriftChange.RetiredThere or DriftChange.DeletedThere, true) => [Step(d, PlanAction.RetireHere, $"retire our '{d.Code}'")],
            (EntryKind.Code, DriftChange.DeletedThere, false) => [Step(d, PlanAction.Unmap, $"unmap '{d.Code}'"), .. canSave ? [Step(d, PlanAction.Push, $"make '{d.Here}' at the vendor again")] : Array.Empty<PlanStep>()],
            (EntryKind.Code, DriftChange.RetiredThere, false) => canSave ? [Step(d, PlanAction.Push, $"offer '{d.Here}' at the vendor again")] : [],
            (EntryKind.Code, DriftChange.RetiredHere, _) => canSave ? [Step(d, PlanAction.RetireThere, $"retire '{d.There}' at the vendor")] : [],
            (EntryKind.Code, DriftChange.OfferedAgain, true) => [Step(d, PlanAction.RestoreHere, $"take our '{d.Code}' back into use")],
            (EntryKind.Code, DriftChange.OfferedAgain, false) => canSave ? [Step(d, PlanAction.RetireThere, $"retire '{d.There}' at the vendor")] : [],
            (not EntryKind.Code, not DriftChange.OnlyHere, _) => [Step(d, PlanAction.Accept, $"take note: {d.Says}")],
            _ => [],
        };
    }

    private static PlanStep Step(DriftItem d, PlanAction action, string says) => new(0, action, d.Kind, d.VendorId, d.Code, says);
}

/// <summary>One step of a plan.</summary>
public sealed record PlanStep(int Number, PlanAction Action, EntryKind Kind, string? VendorId, string? Code, string Says);

public enum PlanAction
{
    Map,
    Import,
    RenameHere,
    RenameThere,
    RetireHere,
    RetireThere,
    RestoreHere,
    Unmap,

    /// <summary>The code is made, or offered again, at the vendor.</summary>
    Push,

    /// <summary>The vendor's name is the agreed one from now on; nothing else changes.</summary>
    Accept,
}
