using Connector.Engine.Door;

namespace Connector.Engine.Routing;

/// <summary>Keeps the vendor's ids of an interaction, each with its span and round.</summary>
internal static class ExternalIds
{
    public static void Set(Proceedings p, long interaction, string externalId)
    {
        var i = p.Interaction(interaction);
        if (i.ExternalId == externalId)
            GoOn(p, i.Id, externalId, i.Round);
        else
            Replace(p, interaction, externalId);
    }

    /// <summary>The same work is queued again: its later observations belong to the present round.</summary>
    private static void GoOn(Proceedings p, long interaction, string externalId, int round)
    {
        if (p.Dossier.ExternalRefs.FindLast(r => r.InteractionId == interaction && r.ExternalId == externalId) is { } known && known.Round != round)
            p.Set(known with { Round = round, Until = null });
    }

    private static void Replace(Proceedings p, long interaction, string externalId)
    {
        var i = p.Interaction(interaction);
        foreach (var old in p.Dossier.ExternalRefs.FindAll(r => r.InteractionId == interaction && r.Until is null)) p.Set(old with { Until = p.Now });
        p.Set(new ExternalRef
        {
            Id = p.Given.Fresh.Id(),
            Tenant = i.Tenant,
            InteractionId = i.Id,
            Instance = i.Instance,
            ExternalId = externalId,
            Round = i.Round,
            From = p.Now,
        });
        p.Set(i with { ExternalId = externalId, ObservedRank = 0, ObservedState = "" });
        p.Log("ExternalIdGiven", $"instance {i.Instance}", i.Id, i.CaseId, after: externalId);
    }
}
