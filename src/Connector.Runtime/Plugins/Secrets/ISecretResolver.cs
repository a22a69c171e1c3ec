namespace Connector.Runtime.Plugins.Secrets;

/// <summary>Turns a reference (<c>secret:env:NAME</c>, <c>secret:file:PATH</c>) into its value.</summary>
public interface ISecretResolver
{
    /// <summary>Never throws: what is wrong is told in <see cref="SecretValue.Problem"/>, without any value.</summary>
    SecretValue Resolve(string reference);
}

/// <summary>A resolved secret, or why it could not be resolved; exactly one of the two.</summary>
public readonly record struct SecretValue(string? Value, string? Problem)
{
    /// <summary>Keeps the value out of logs and test output.</summary>
    public override string ToString() => Problem ?? SecretMask.Mark;
}
