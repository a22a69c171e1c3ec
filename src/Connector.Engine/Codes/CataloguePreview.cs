using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Codes;

/// <summary>What a look at a vendor would come to, with nothing stored: for showing drift as it is now.</summary>
public static class CataloguePreview
{
    /// <param name="refused">Why the look would be refused; the catalogue is then as it was.</param>
    public static Catalogue After(CatalogueRead read, Catalogue catalogue, Setup setup, out CatalogueResult? result, out string? refused)
    {
        var outcome = CatalogueReadRules.Decide(read, new Known { Catalogue = catalogue }, new Given(setup, new Unstored()));
        refused = (outcome.Answer as Answer.Refused)?.Why;
        result = outcome.Answer switch
        {
            Answer.Done { Result: CatalogueResult r } => r,
            Answer.Nothing { Result: CatalogueResult r } => r,
            _ => null,
        };
        return outcome.Inserts.Concat(outcome.Updates).Aggregate(catalogue, With);
    }

    private static Catalogue With(Catalogue catalogue, object record) => record switch
    {
        CatalogueCode c => catalogue with { Codes = catalogue.Codes.SetItem(c.Key, c) },
        CodeMapping { EndedAt: null } m => catalogue with { Mappings = catalogue.Mappings.SetItem(m.Id, m) },
        CodeMapping m => catalogue with { Mappings = catalogue.Mappings.Remove(m.Id) },
        VendorEntry e => catalogue with { Entries = catalogue.Entries.SetItem(e.Id, e) },
        _ => catalogue,
    };

    /// <summary>Ids that no record has.</summary>
    private sealed class Unstored : IFresh
    {
        private long _id;

        public long Id() => --_id;

        public long CaseNumber() => throw new NotSupportedException();

        public void CaseNumbersAfter(long number) => throw new NotSupportedException();

        public byte[] Bytes(int count) => throw new NotSupportedException();
    }
}
