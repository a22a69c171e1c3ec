namespace Connector.Engine.Door;

/// <summary>Names of the rules that refuse, as they stand in problem details.</summary>
public static class RuleNames
{
    public const string NotAllowedInState = nameof(NotAllowedInState);
    public const string InteractionClosed = nameof(InteractionClosed);
    public const string NotFound = nameof(NotFound);
    public const string NotOwner = nameof(NotOwner);
    public const string Forbidden = nameof(Forbidden);
    public const string NotSupported = nameof(NotSupported);
    public const string UnknownCode = nameof(UnknownCode);
    public const string CodeRequired = nameof(CodeRequired);
    public const string ReasonRequired = nameof(ReasonRequired);
    public const string TransferOpen = nameof(TransferOpen);
    public const string TargetNotAuthorised = nameof(TargetNotAuthorised);
    public const string TransferToSelf = nameof(TransferToSelf);
    public const string TransferToPresentQueue = nameof(TransferToPresentQueue);
    public const string CaseExists = nameof(CaseExists);
    public const string NoRecipient = nameof(NoRecipient);
    public const string InvalidPayload = nameof(InvalidPayload);
    public const string EmptyText = nameof(EmptyText);
    public const string ReopenNotAllowed = nameof(ReopenNotAllowed);
    public const string CaseMerged = nameof(CaseMerged);
    public const string MergeIntoItself = nameof(MergeIntoItself);
    public const string MergeUndoOver = nameof(MergeUndoOver);
    public const string DuplicateOfDuplicate = nameof(DuplicateOfDuplicate);
    public const string ChannelRequired = nameof(ChannelRequired);
    public const string UnknownChannel = nameof(UnknownChannel);
    public const string UnknownAgent = nameof(UnknownAgent);
    public const string InvalidCode = nameof(InvalidCode);
    public const string BuiltInCode = nameof(BuiltInCode);
    public const string DefaultCode = nameof(DefaultCode);
    public const string CodeExists = nameof(CodeExists);
    public const string LabelTaken = nameof(LabelTaken);
    public const string CodeMapped = nameof(CodeMapped);
    public const string UnknownVendorCode = nameof(UnknownVendorCode);
    public const string EmptyCatalogue = nameof(EmptyCatalogue);
    public const string PlanChanged = nameof(PlanChanged);
    public const string UnknownDisposition = nameof(UnknownDisposition);
    public const string AlreadyDone = nameof(AlreadyDone);
}
