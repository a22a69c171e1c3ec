using Connector.Engine.Settings;

namespace Connector.Engine.Door;

/// <summary>Values handed to the rules with an input: settings, new ids, random bytes. The rules keep nothing of it.</summary>
public sealed record Given(Setup Setup, IFresh Fresh);

/// <summary>New things. In tests a counter; in the store, blocks of the sequences.</summary>
public interface IFresh
{
    /// <summary>A new record id: rising, never reused.</summary>
    long Id();

    /// <summary>The tenant's next case number. Taken only when a case is really made.</summary>
    long CaseNumber();

    /// <summary>Case numbers rise from beyond this one: a seeded store goes on after its highest.</summary>
    void CaseNumbersAfter(long number);

    byte[] Bytes(int count);
}
