namespace Connector.Engine.Codes;

/// <summary>The next state of a code after an event. Decides nothing.</summary>
public static class CodeApply
{
    public static CatalogueCode Apply(CatalogueCode? state, CodeEvent happened, DateTimeOffset now, string by) =>
        Changed(state ?? Empty(happened.Key, now, by), happened) with { UpdatedAt = now, UpdatedBy = by };

    private static CatalogueCode Changed(CatalogueCode state, CodeEvent happened) => happened switch
    {
        CodeAdded e => state with { Label = e.Label, Description = e.Description, Origin = CodeOrigin.Own, State = CodeState.Active },
        CodeImported e => state with { Label = e.Label, Origin = CodeOrigin.External, Instance = e.Instance, VendorId = e.VendorId, State = e.Offered ? CodeState.Active : CodeState.Retired },
        CodeRestored e => state with { Label = e.Label, Description = e.Description, State = CodeState.Active },
        CodeRenamed e => state with { Label = e.Label, Description = e.Description },
        CodeTranslated e => state.Translated(e.Language, e.Label),
        CodeRetired => state with { State = CodeState.Retired },
        _ => throw new InvalidOperationException(happened.What),
    };

    private static CatalogueCode Empty(string key, DateTimeOffset now, string by) => new() { Id = 0, Tenant = "", Key = key, Label = key, CreatedAt = now, CreatedBy = by };
}
