using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Connector.Runtime.Intake.Reading;

/// <summary>
/// The mails being read right now, in a file that outlives the process: what stands in it at the next start was being read when the process died.
/// Written without syncing, which a dying process survives. One line a slot: content hash, deaths so far, and <c>R</c> being read, <c>S</c> suspect or
/// <c>-</c> free. A suspect is to be read alone, so that another death is surely its own.
/// </summary>
public sealed class InFlight : IDisposable
{
    /// <summary>So many deaths and a mail is not read any more.</summary>
    public const int Deadly = 2;

    private const int HashLength = 64;
    private const int LineLength = HashLength + 5;
    private const int MaxRemembered = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Suspect> _suspects = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = [];
    private readonly SafeFileHandle? _file;
    private int _slots;

    private InFlight(SafeFileHandle? file) => _file = file;

    /// <summary>False when the file cannot be had, as when another process keeps it: then nothing is remembered.</summary>
    public bool IsKept => _file is not null;

    /// <summary>Mails that were being read when the process died.</summary>
    public int Suspects
    {
        get { lock (_gate) return _suspects.Count; }
    }

    public static InFlight Open(string path)
    {
        try
        {
            var list = new InFlight(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            list.TakeUp();
            return list;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null);
        }
    }

    public static string KeyOf(ReadOnlySpan<byte> mail) => Convert.ToHexStringLower(SHA256.HashData(mail));

    /// <summary>How often the process died while it was read: 0 for nearly all, <see cref="Deadly"/> and it is read no more.</summary>
    public int DeathsOf(string key)
    {
        lock (_gate) return _suspects.TryGetValue(key, out var known) ? known.Deaths : 0;
    }

    /// <summary>Marks a mail as being read, until the answer is disposed.</summary>
    public IDisposable Begin(string key)
    {
        lock (_gate)
        {
            var known = _suspects.TryGetValue(key, out var suspect) ? suspect : new(_free.TryPop(out var free) ? free : _slots++, 0);
            Write(known.Slot, key, known.Deaths, 'R');
            return new Mark(this, key, known.Slot);
        }
    }

    /// <summary>An administrator lets the mail through: its deaths no longer count.</summary>
    public void Forgive(string key)
    {
        lock (_gate)
            if (_suspects.Remove(key, out var known)) Free(known.Slot, key);
    }

    public void Dispose() => _file?.Dispose();

    private void End(string key, int slot)
    {
        lock (_gate)
        {
            _suspects.Remove(key);
            Free(slot, key);
        }
    }

    private void TakeUp()
    {
        var bytes = new byte[RandomAccess.GetLength(_file!) / LineLength * LineLength];
        _ = RandomAccess.Read(_file!, bytes, 0);
        for (_slots = 0; _slots < bytes.Length / LineLength; _slots++)
            Remember(_slots, Encoding.ASCII.GetString(bytes, _slots * LineLength, LineLength));
    }

    private void Remember(int slot, string line)
    {
        var (key, deaths, state) = (line[..HashLength], line[HashLength + 1] - '0', line[HashLength + 3]);
        if (state == 'R') deaths++;
        // The same mail in a second slot was read twice at once; one of the two remembers it.
        if (state is 'R' or 'S' && _suspects.Count < MaxRemembered && _suspects.TryAdd(key, new(slot, deaths))) Write(slot, key, deaths, 'S');
        else Free(slot, key);
    }

    private void Free(int slot, string key)
    {
        Write(slot, key, 0, '-');
        _free.Push(slot);
    }

    private void Write(int slot, string key, int deaths, char state)
    {
        if (_file is null) return;
        try
        {
            RandomAccess.Write(_file, Encoding.ASCII.GetBytes($"{key} {Math.Clamp(deaths, 0, 9)} {state}\n"), (long)slot * LineLength);
        }
        catch (IOException)
        {
            // A full disk stops intake where the store says so; this list only becomes forgetful.
        }
    }

    private readonly record struct Suspect(int Slot, int Deaths);

    private sealed class Mark(InFlight list, string key, int slot) : IDisposable
    {
        public void Dispose() => list.End(key, slot);
    }
}
