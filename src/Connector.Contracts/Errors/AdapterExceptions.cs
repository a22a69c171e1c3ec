namespace Connector.Contracts;

/// <summary>A failure an adapter reports. The host acts on the type, never on the text; other exceptions count as <see cref="UnavailableException"/>
/// in a call, and as a failed start in <see cref="IAdapter.StartAsync"/>.</summary>
public abstract class AdapterException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Credentials or permissions are wrong: the instance stops calling and asks a person.</summary>
public sealed class UnauthorizedException(string message, Exception? inner = null) : AdapterException(message, inner);

/// <summary>The vendor asks to slow down: tried again no sooner than <see cref="RetryAfter"/>; a wait of hours parks the instance.</summary>
public sealed class ThrottledException(string message, TimeSpan retryAfter, Exception? inner = null) : AdapterException(message, inner)
{
    /// <summary>The vendor's wait.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>The vendor cannot be reached or fails on its own side: tried again with back-off. Unless <see cref="NotSent"/>, the call may have had its
/// effect: before it is repeated it is settled by its <see cref="Repeat"/> class.</summary>
public sealed class UnavailableException(string message, Exception? inner = null) : AdapterException(message, inner)
{
    /// <summary>The request never left: no connection, an open circuit, a budget used up.</summary>
    public bool NotSent { get; init; }
}

/// <summary>The vendor's state is not what was assumed: the host reads the item and decides again.</summary>
public sealed class ConflictException(string message, Exception? inner = null) : AdapterException(message, inner);

/// <summary>The same input will always fail: the call becomes a dead letter, or a transfer is refused with this reason.</summary>
public sealed class RejectedException(string message, Exception? inner = null) : AdapterException(message, inner);
