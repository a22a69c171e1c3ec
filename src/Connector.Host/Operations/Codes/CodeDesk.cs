using Connector.Engine.Codes;
using Connector.Engine.Door;

namespace Connector.Host.Operations.Codes;

/// <summary>Administrators add, rename, translate, retire and map codes.</summary>
internal sealed class CodeDesk(Operator by)
{
    /// <param name="key">Null: made of the label.</param>
    public async Task<OperationResult> AddAsync(string? key, string? label, string? description, IReadOnlyDictionary<string, string?>? translations, bool push, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(label)) throw OperationRefusedException.Invalid("label", "a code needs a label");
        key ??= CodeKeys.Of(label);
        RequireTranslations(translations);
        var result = await TakeAsync("add", new AddCode { Key = key, Label = label, Description = description ?? "", Push = push, At = Now, By = by.By, Correlation = by.Correlation }, cancellation);
        await TranslateAsync(key, translations, cancellation);
        return result;
    }

    public async Task<OperationResult> RenameAsync(string key, string? label, string? description, IReadOnlyDictionary<string, string?>? translations, bool push, CancellationToken cancellation)
    {
        if (label is null && description is null && translations is not { Count: > 0 }) throw OperationRefusedException.Invalid("label", "say what changes: a label, a description or a translation");
        RequireTranslations(translations);
        var result = label is null && description is null
            ? new OperationResult(key, "rename")
            : await TakeAsync("rename", new RenameCode { Key = key, Label = label, Description = description, Push = push, At = Now, By = by.By, Correlation = by.Correlation }, cancellation);
        await TranslateAsync(key, translations, cancellation);
        return result;
    }

    public Task<OperationResult> RetireAsync(string key, bool push, CancellationToken cancellation) =>
        TakeAsync("retire", new RetireCode { Key = key, Push = push, At = Now, By = by.By, Correlation = by.Correlation }, cancellation);

    /// <param name="code">Null: the vendor's code is mapped to none of ours any more.</param>
    public Task<OperationResult> MapAsync(string instance, string? queue, string vendorCode, string? code, CancellationToken cancellation)
    {
        var (id, done) = (InstanceOf(instance), code is null ? "unmap" : "map");
        var input = new MapCode { Instance = id, Queue = queue ?? "", VendorCode = vendorCode, Code = code, At = Now, By = by.By, Correlation = by.Correlation };
        return by.GiveAsync(input, $"{id} {vendorCode}", done, outcome => LinesOf(outcome, done, $"{id} {vendorCode}"), cancellation);
    }

    private async Task TranslateAsync(string key, IReadOnlyDictionary<string, string?>? translations, CancellationToken cancellation)
    {
        foreach (var (language, label) in translations ?? new Dictionary<string, string?>()) await TakeAsync("translate", Translation(key, language, label), cancellation);
    }

    private static void RequireTranslations(IReadOnlyDictionary<string, string?>? translations)
    {
        foreach (var (language, label) in translations ?? new Dictionary<string, string?>())
            if (CodeKeys.TranslationFault(language, label) is { } fault) throw new OperationRefusedException(RuleNames.InvalidCode, fault);
    }

    private TranslateCode Translation(string key, string language, string? label) =>
        new() { Key = key, Language = language, Label = label, At = Now, By = by.By, Correlation = by.Correlation };

    private Task<OperationResult> TakeAsync(string action, CodeCommand input, CancellationToken cancellation) =>
        by.GiveAsync(input, input.Key, action, outcome => LinesOf(outcome, action, input.Key), cancellation);

    internal static IEnumerable<AuditLine> LinesOf(Outcome outcome, string action, string target) =>
        outcome.Inserts.OfType<Activity>().Select(line => new AuditLine($"code {action}", target, line.Before, line.After));

    private DateTimeOffset Now => by.App.Clock.Now;

    private string InstanceOf(string id) => by.App.Instances.Find(id)?.Id ?? throw OperationRefusedException.NoSuch("instance", id, by.App.Instances.All.Select(i => i.Id));
}
