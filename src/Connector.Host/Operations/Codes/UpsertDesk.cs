using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Storage.Writing;

namespace Connector.Host.Operations.Codes;

/// <summary>A list of codes as they shall be, in one transaction. Each code and each label in a language is decided for itself: one that is refused holds no other up.</summary>
internal sealed class UpsertDesk(Operator by)
{
    public async Task<IReadOnlyList<CodeUpsertView>> UpsertAsync(IReadOnlyList<CodeUpsert> codes, CancellationToken cancellation)
    {
        var known = await by.App.Store.Codes.ReadAsync(null, cancellation);
        var wishes = codes.Select(code => new Wish(code, code.Key is { } key ? known.Code(key) : null, by)).ToList();
        List<CodeCommand> inputs = [.. wishes.SelectMany(w => w.Inputs)];
        return (await by.ActAsync<IReadOnlyList<Outcome>, Upserted>(
            beside => by.App.Door.HandleAllAsync(inputs, Urgency.Command, beside, cancellation),
            outcomes => Tell(wishes, outcomes),
            outcomes => inputs.Zip(outcomes).Where(p => p.Second.Answer is Answer.Done).SelectMany(p => CodeDesk.LinesOf(p.Second, ActionOf(p.First), p.First.Key)))).Codes;
    }

    private static Upserted Tell(IEnumerable<Wish> wishes, IEnumerable<Outcome> outcomes)
    {
        var answers = new Queue<Answer>(outcomes.Select(o => o.Answer));
        return new([.. wishes.Select(w => w.Tell(answers))]);
    }

    private static string ActionOf(CodeCommand command) => command switch
    {
        AddCode => "add",
        RenameCode => "rename",
        _ => "translate",
    };

    /// <summary>One code of the list: what is asked of the door for it, and what came of that.</summary>
    private sealed class Wish
    {
        private readonly CodeUpsert _code;
        private readonly string _key;
        private readonly CodeCommand? _names;
        private readonly List<TranslateCode> _translations;

        public Wish(CodeUpsert code, CatalogueCode? now, Operator by)
        {
            var at = by.App.Clock.Now;
            (_code, _key) = (code, code.Key ?? CodeKeys.Of(code.Label ?? ""));
            _names = now is not { IsActive: true } ? Added(code, by, at) : IsSo(code, now) ? null
                : new RenameCode { Key = _key, Label = code.Label, Description = code.Description, Push = code.Push, At = at, By = by.By, Correlation = by.Correlation };
            IsKnown = now is { IsActive: true };
            _translations = [.. (code.Translations ?? new Dictionary<string, string?>()).Select(t =>
                new TranslateCode { Key = _key, Language = t.Key, Label = t.Value, At = at, By = by.By, Correlation = by.Correlation })];
        }

        public IEnumerable<CodeCommand> Inputs => _names is null ? _translations : [_names, .. _translations];

        private bool IsKnown { get; }

        public CodeUpsertView Tell(Queue<Answer> answers)
        {
            var (nothing, rule, detail) = _names is not null ? Told(answers.Dequeue()) : !IsKnown ? (null, OperationRefusedException.InvalidRequest, "label: a code needs a label")
                : (_code.Label is null && _code.Description is null ? "only translations were given" : "it is so already", null, null);
            return new(_key, rule is null, nothing, rule, detail, [.. _translations.Select(t => Told(answers.Dequeue()) is var (_, why, says) ? new TranslationView(t.Language, why is null, why, says) : null!)]);
        }

        private static AddCode? Added(CodeUpsert code, Operator by, DateTimeOffset at) => string.IsNullOrWhiteSpace(code.Label) ? null
            : new() { Key = code.Key ?? CodeKeys.Of(code.Label), Label = code.Label, Description = code.Description ?? "", Push = code.Push, At = at, By = by.By, Correlation = by.Correlation };

        /// <summary>What is the same already is no rename: a built-in code that is sent as it is stays as it is.</summary>
        private static bool IsSo(CodeUpsert code, CatalogueCode now) => (code.Label ?? now.Label) == now.Label && (code.Description ?? now.Description) == now.Description;

        private static (string? Nothing, string? Rule, string? Detail) Told(Answer answer) => answer switch
        {
            Answer.Refused refused => (null, refused.Rule, refused.Why),
            Answer.Nothing nothing => (nothing.Why, null, null),
            _ => (null, null, null),
        };
    }
}

/// <summary>A code as it shall be.</summary>
internal sealed record CodeUpsert(string? Key, string? Label = null, string? Description = null, IReadOnlyDictionary<string, string?>? Translations = null, bool Push = false);

/// <summary>What became of a list of codes.</summary>
internal sealed record Upserted(IReadOnlyList<CodeUpsertView> Codes);
