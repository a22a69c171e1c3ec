using Connector.Engine.Door;
using static Connector.Engine.Codes.CodeInput;
using S = Connector.Engine.Codes.CodeState;

namespace Connector.Engine.Codes;

/// <summary>The state table of a code: one switch. The README beside this file is compared with it by a test.</summary>
public static class CodeRules
{
    public static Verdict Decide(CatalogueCode? code, CodeInput input, CodeFacts facts) => (code?.State ?? S.None, input) switch
    {
        (S.None or S.Retired, Add a) when facts.TakenBy is not null => Taken(a.Label, facts),
        (S.None, Add a) => Verdict.Of(new CodeAdded(facts.Key, a.Label, a.Description)),
        (S.Retired, Add a) => Verdict.Of(new CodeRestored(facts.Key, a.Label, a.Description)),
        (S.Active, Add a) when Catalogue.Same(code!.Label, a.Label) => Verdict.Already("the code is there already"),
        (S.Active, Add) => new Verdict.Refused(RuleNames.CodeExists, $"key: there is a code '{facts.Key}' with the label '{code!.Label}'"),

        (S.None, Import i) => Verdict.Of(new CodeImported(facts.Key, i.Label, i.Instance, i.VendorId, i.Offered)),
        (S.Retired, Import { Offered: true } i) => Verdict.Of(new CodeRestored(facts.Key, i.Label, code!.Description)),
        (_, Import) => Verdict.Already("the code is there already"),

        (S.None, _) => new Verdict.Refused(RuleNames.NotFound, $"there is no code '{facts.Key}'"),

        (_, Translate t) when code!.Labels().GetValueOrDefault(t.Language) == t.Label => Verdict.Already("it has this label in that language already"),
        (_, Translate t) => Verdict.Of(new CodeTranslated(code!.Key, t.Language, t.Label)),

        (S.Retired, Retire) => Verdict.Already("retired already"),
        (S.Retired, _) => new Verdict.Refused(RuleNames.NotAllowedInState, $"code '{facts.Key}' is retired; add it again first"),

        (_, Rename or Retire) when code!.Origin == CodeOrigin.BuiltIn => new Verdict.Refused(RuleNames.BuiltInCode, $"code '{facts.Key}' is built in: it is read-only and never retired"),
        (_, Rename { Label: { } label }) when facts.TakenBy is not null => Taken(label, facts),
        (_, Rename r) => Renamed(code!, r),
        (_, Retire) when facts.IsDefault => new Verdict.Refused(RuleNames.DefaultCode, $"code '{facts.Key}' is the default (Rules:DefaultWrapUpCode); name another default first"),
        (_, Retire) => Verdict.Of(new CodeRetired(code!.Key)),

        _ => throw new InvalidOperationException($"{input.GetType().Name} on {code?.State}"),
    };

    private static Verdict Taken(string label, CodeFacts facts) => new Verdict.Refused(RuleNames.LabelTaken, $"label: '{label}' is the label of code '{facts.TakenBy}'");

    private static Verdict Renamed(CatalogueCode code, Rename r)
    {
        var (label, description) = (r.Label ?? code.Label, r.Description ?? code.Description);
        return label == code.Label && description == code.Description ? Verdict.Already("it has this name already") : Verdict.Of(new CodeRenamed(code.Key, label, description));
    }
}
