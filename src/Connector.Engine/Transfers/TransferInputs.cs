namespace Connector.Engine.Transfers;

/// <summary>What can happen to a transfer, whatever brought it: the column Input of the table in the README beside this.</summary>
public abstract record TransferInput
{
    /// <summary>The owner asked for it.</summary>
    public sealed record Request(Transfer Draft) : TransferInput;

    /// <summary>It was started in the vendor's desktop, and the vendor shows that the owner has given the work up.</summary>
    public sealed record Seen(Transfer Draft) : TransferInput;

    /// <summary>The vendor took the request: its answer, or what it shows.</summary>
    public sealed record Accept : TransferInput;

    public sealed record Refuse(string Reason) : TransferInput;

    /// <summary>Somebody has the work now.</summary>
    public sealed record Assign(string Agent) : TransferInput;

    /// <summary>The vendor's record shows the new owner, and the old leg is over.</summary>
    public sealed record Confirm : TransferInput;

    /// <summary>The vendor shows that what it took came to nothing.</summary>
    public sealed record Fail(string Reason) : TransferInput;

    /// <summary>Nothing came of it: never sent, or read back and not there.</summary>
    public sealed record NotMade(string Reason) : TransferInput;

    /// <summary>The work has ended.</summary>
    public sealed record WorkEnded : TransferInput;

    /// <summary>A sweep looked at the clock. <paramref name="Called"/>: a call was begun, so that the vendor may have taken it.</summary>
    public sealed record TimePassed(bool Called) : TransferInput;
}
