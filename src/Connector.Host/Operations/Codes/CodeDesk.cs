using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Storage.Writing;

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
    public async Task<OperationResult> MapAsync(string instance, string? queue, string vendorCode, string? code, CancellationToken cancellation)
    {
        var id = InstanceOf(instance);
        var input = new MapCode { Instance = id, Queue = queue ?? "", VendorCode = vendorCode, Code = code, At = Now, By = by.By, Correlation = by.Correlation };
        var outcome = await by.App.Door.HandleAsync(input, Urgency.Command, cancellation);
        var result = OperationResult.Of($"{id} {vendorCode}", code is null ? "unmap" : "map", outcome.Answer);
        await AuditAsync(result, outcome, cancellation);
        return result;
    }

    /// <summary>Each code and each label in a language for itself: one that is refused holds no other up.</summary>
    public async Task<IReadOnlyList<CodeUpsertView>> UpsertAsync(IReadOnlyList<CodeUpsert> codes, CancellationToken cancellation)
    {
        var known = (await by.App.Store.Codes.ReadAsync(null, cancellation)).Codes;
        var results = new List<CodeUpsertView>();
        foreach (var code in codes) results.Add(await UpsertAsync(code, known.GetValueOrDefault(code.Key ?? "") is { IsActive: true }, cancellation));
        return results;
    }

    private async Task<CodeUpsertView> UpsertAsync(CodeUpsert code, bool exists, CancellationToken cancellation)
    {
        var (nothing, rule, detail) = await TryAsync(() => exists
            ? code.Label is null && code.Description is null ? Task.FromResult(new OperationResult(code.Key!, "rename", "only translations were given")) : SaveNamesAsync(code, cancellation)
            : AddAsync(code.Key, code.Label, code.Description, null, code.Push, cancellation));
        var key = code.Key ?? CodeKeys.Of(code.Label ?? "");
        var translations = new List<TranslationView>();
        foreach (var (language, label) in code.Translations ?? new Dictionary<string, string?>())
        {
            var (_, why, says) = await TryAsync(() => TakeAsync("translate", Translation(key, language, label), cancellation));
            translations.Add(new(language, why is null, why, says));
        }
        return new(key, rule is null, nothing, rule, detail, translations);
    }

    /// <summary>What is the same already is no rename: a built-in code that is sent as it is stays as it is.</summary>
    private async Task<OperationResult> SaveNamesAsync(CodeUpsert code, CancellationToken cancellation)
    {
        var now = (await by.App.Store.Codes.ReadAsync(null, cancellation)).Code(code.Key!)!;
        return (code.Label ?? now.Label) == now.Label && (code.Description ?? now.Description) == now.Description
            ? new(code.Key!, "rename", "it is so already")
            : await RenameAsync(code.Key!, code.Label, code.Description, null, code.Push, cancellation);
    }

    private static async Task<(string? Nothing, string? Rule, string? Detail)> TryAsync(Func<Task<OperationResult>> act)
    {
        try
        {
            return ((await act()).Nothing, null, null);
        }
        catch (OperationRefusedException e)
        {
            return (null, e.Rule, e.Message);
        }
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

    private async Task<OperationResult> TakeAsync(string action, CodeCommand input, CancellationToken cancellation)
    {
        var outcome = await by.App.Door.HandleAsync(input, Urgency.Command, cancellation);
        var result = OperationResult.Of(input.Key, action, outcome.Answer);
        await AuditAsync(result, outcome, cancellation);
        return result;
    }

    private async Task AuditAsync(OperationResult result, Outcome outcome, CancellationToken cancellation)
    {
        foreach (var line in outcome.Inserts.OfType<Activity>()) await by.AuditAsync($"code {result.Done}", result.Id, line.Before, line.After, cancellation);
    }

    private DateTimeOffset Now => by.App.Clock.Now;

    private string InstanceOf(string id) => by.App.Instances.Find(id)?.Id ?? throw OperationRefusedException.NoSuch("instance", id, by.App.Instances.All.Select(i => i.Id));
}

/// <summary>A code as it shall be.</summary>
internal sealed record CodeUpsert(string? Key, string? Label = null, string? Description = null, IReadOnlyDictionary<string, string?>? Translations = null, bool Push = false);
