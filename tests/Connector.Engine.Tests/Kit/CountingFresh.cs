using System.Buffers.Binary;
using System.Security.Cryptography;
using Connector.Engine.Door;

namespace Connector.Engine.Tests.Kit;

/// <summary>Ids and case numbers count up; random bytes are a fixed stream, so that a run can be repeated.</summary>
internal sealed class CountingFresh(int seed = 1) : IFresh
{
    private long _id = 1000;
    private long _case = 14354;
    private int _drawn = seed * 1_000_003;

    public long Id() => ++_id;

    public long CaseNumber() => ++_case;

    public void CaseNumbersAfter(long number) => _case = Math.Max(_case, number);

    public byte[] Bytes(int count)
    {
        Span<byte> counter = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(counter, ++_drawn);
        return SHA256.HashData(counter)[..count];
    }
}
