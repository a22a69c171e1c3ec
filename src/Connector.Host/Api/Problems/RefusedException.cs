namespace Connector.Host.Api.Problems;

/// <summary>Ends a request with the problem details of a rule.</summary>
internal sealed class RefusedException(string rule, string why, IReadOnlyList<FieldFault>? errors = null) : Exception(why)
{
    public string Rule { get; } = rule;

    public IReadOnlyList<FieldFault>? Errors { get; } = errors;

    /// <summary>Fields that are not as they must be, all at once.</summary>
    public static RefusedException Invalid(params IReadOnlyList<FieldFault> faults) =>
        new(ApiRules.InvalidRequest, string.Join("; ", faults.Select(f => $"{f.Field}: {f.Limit}")), faults);
}
