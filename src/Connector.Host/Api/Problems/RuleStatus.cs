using System.Collections.Frozen;
using Connector.Engine.Door;

namespace Connector.Host.Api.Problems;

/// <summary>The HTTP status of each rule that refuses. Rules of the engine and those of the API itself stand in one table.</summary>
internal static class RuleStatus
{
    private static readonly FrozenDictionary<string, int> Table = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [RuleNames.NotFound] = StatusCodes.Status404NotFound,
        [RuleNames.NotOwner] = StatusCodes.Status403Forbidden,
        [RuleNames.Forbidden] = StatusCodes.Status403Forbidden,
        [RuleNames.TargetNotAuthorised] = StatusCodes.Status403Forbidden,
        [RuleNames.NotAllowedInState] = StatusCodes.Status409Conflict,
        [RuleNames.InteractionClosed] = StatusCodes.Status409Conflict,
        [RuleNames.TransferOpen] = StatusCodes.Status409Conflict,
        [RuleNames.TransferToSelf] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.TransferToPresentQueue] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.CaseExists] = StatusCodes.Status409Conflict,
        [RuleNames.CaseMerged] = StatusCodes.Status409Conflict,
        [RuleNames.MergeUndoOver] = StatusCodes.Status409Conflict,
        [RuleNames.ReopenNotAllowed] = StatusCodes.Status409Conflict,
        [RuleNames.AlreadyDone] = StatusCodes.Status409Conflict,
        [RuleNames.NotSupported] = StatusCodes.Status409Conflict,
        ["MergeIntoItself"] = StatusCodes.Status422UnprocessableEntity,
        ["DuplicateOfDuplicate"] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.ChannelRequired] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.UnknownChannel] = StatusCodes.Status422UnprocessableEntity,
        ["UnknownAgent"] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.UnknownDisposition] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.UnknownCode] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.InvalidCode] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.UnknownVendorCode] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.BuiltInCode] = StatusCodes.Status409Conflict,
        [RuleNames.DefaultCode] = StatusCodes.Status409Conflict,
        [RuleNames.CodeExists] = StatusCodes.Status409Conflict,
        [RuleNames.LabelTaken] = StatusCodes.Status409Conflict,
        [RuleNames.CodeMapped] = StatusCodes.Status409Conflict,
        [RuleNames.EmptyCatalogue] = StatusCodes.Status409Conflict,
        [RuleNames.PlanChanged] = StatusCodes.Status409Conflict,
        [RuleNames.CodeRequired] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.ReasonRequired] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.NoRecipient] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.InvalidPayload] = StatusCodes.Status422UnprocessableEntity,
        [RuleNames.EmptyText] = StatusCodes.Status422UnprocessableEntity,
        [ApiRules.InvalidRequest] = StatusCodes.Status400BadRequest,
        [ApiRules.KeyRequired] = StatusCodes.Status401Unauthorized,
        [ApiRules.NotVerified] = StatusCodes.Status401Unauthorized,
        [ApiRules.OfferGone] = StatusCodes.Status409Conflict,
        [ApiRules.VersionConflict] = StatusCodes.Status412PreconditionFailed,
        [ApiRules.KeyReused] = StatusCodes.Status422UnprocessableEntity,
        [ApiRules.TooLarge] = StatusCodes.Status413PayloadTooLarge,
        [ApiRules.WrongMediaType] = StatusCodes.Status415UnsupportedMediaType,
        [ApiRules.MethodNotAllowed] = StatusCodes.Status405MethodNotAllowed,
        [ApiRules.ClockRefused] = StatusCodes.Status409Conflict,
        [ApiRules.StoreUnavailable] = StatusCodes.Status503ServiceUnavailable,
        [ApiRules.VendorUnavailable] = StatusCodes.Status503ServiceUnavailable,
        [ApiRules.VendorRefused] = StatusCodes.Status422UnprocessableEntity,
        [ApiRules.Failed] = StatusCodes.Status500InternalServerError,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A rule nobody put into the table is still a refusal of what was asked.</summary>
    public static int Of(string rule) => Table.GetValueOrDefault(rule, StatusCodes.Status422UnprocessableEntity);

    public static IReadOnlyCollection<string> Known => Table.Keys;
}
