namespace Connector.Host.Api.Problems;

/// <summary>Names of what the API itself refuses, beside the engine's rules.</summary>
internal static class ApiRules
{
    public const string InvalidRequest = nameof(InvalidRequest);
    public const string KeyRequired = nameof(KeyRequired);
    public const string NotVerified = nameof(NotVerified);
    public const string OfferGone = nameof(OfferGone);
    public const string VersionConflict = nameof(VersionConflict);
    public const string KeyReused = "IdempotencyKeyReused";
    public const string TooLarge = nameof(TooLarge);
    public const string WrongMediaType = nameof(WrongMediaType);
    public const string MethodNotAllowed = nameof(MethodNotAllowed);
    public const string ClockRefused = nameof(ClockRefused);
    public const string StoreUnavailable = nameof(StoreUnavailable);
    public const string VendorUnavailable = nameof(VendorUnavailable);
    public const string VendorRefused = nameof(VendorRefused);
    public const string Failed = nameof(Failed);
}
