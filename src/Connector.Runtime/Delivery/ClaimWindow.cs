namespace Connector.Runtime.Delivery;

/// <summary>
/// How many rows of a destination are held at once: twice as many when those claimed ahead were called soon, half when they had to wait. What a fast vendor
/// gets through shares commits; of a slow one little is in doubt after a kill. No more than <c>unstored</c> are held beyond that: called, their results waiting for the store. Pure.
/// </summary>
internal sealed class ClaimWindow(int least, int most, int unstored)
{
    public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan Late = TimeSpan.FromMilliseconds(400);

    private TimeSpan _longest;
    private bool _called;
    private int _doubled;

    public int Size => least << _doubled;

    /// <summary>More are claimed when no more than so many are left: early enough for the claim to wait for a page of results that is being stored.</summary>
    public int Low => Size / 2;

    /// <summary>A row was called so long after its claim.</summary>
    public void Called(TimeSpan waited)
    {
        if (waited > _longest) _longest = waited;
        _called = true;
    }

    /// <summary>How many rows to claim now; none rather than a few, and none while the store lags behind the calls.</summary>
    /// <param name="ahead">Claimed and not called yet.</param>
    /// <param name="held">Claimed and not stored yet.</param>
    public int Room(int ahead, int held)
    {
        if (ahead > Low || held > Size + unstored) return 0;
        Next();
        return Math.Max(0, Size - ahead);
    }

    private void Next()
    {
        if (_called && _longest < Soon && Size * 2 <= most) _doubled++;
        if (_longest > Late && _doubled > 0) _doubled--;
        (_longest, _called) = (TimeSpan.Zero, false);
    }

    /// <summary>What cannot be repeated safely is not held ahead: after a kill a person would have to look at each.</summary>
    public void Shrink() => _doubled = 0;
}
