using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connector.Engine.Door;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>The process's block of record ids, and the name of the tenant's sequence of case numbers.</summary>
internal sealed class PostgresNumbers(string tenant)
{
    /// <summary>The sequence rises by a block at a time.</summary>
    public const int Block = 256;
    public const string Records = "RecordIds";

    private readonly Lock _gate = new();
    private long _next = 1;
    private long _last;

    public string Cases { get; } = "CaseNumbers_" + (tenant.Length <= 40 && tenant.All(char.IsAsciiLetterOrDigit)
        ? tenant
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant)).AsSpan(0, 12)));

    public long Id(NpgsqlConnection connection)
    {
        lock (_gate)
        {
            if (_next > _last)
            {
                _next = Next(connection, Records);
                _last = _next + Block - 1;
            }
            return _next++;
        }
    }

    /// <summary>The next number is beyond this one; a sequence that is further already stays.</summary>
    public static void RaiseTo(NpgsqlConnection connection, string sequence, long number)
    {
        if (number < 1) return;
        using var command = new NpgsqlCommand("SELECT setval($1::regclass, greatest($2, nextval($1::regclass) - 1), true)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"\"{sequence}\"" });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        command.ExecuteScalar();
    }

    public static long Next(NpgsqlConnection connection, string sequence)
    {
        using var command = new NpgsqlCommand("SELECT nextval($1::regclass)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"\"{sequence}\"" });
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}

/// <summary>New ids and numbers from sequences. They are taken while the rules decide, between two batches, when the connection is free.</summary>
internal sealed class PostgresFresh(NpgsqlConnection connection, PostgresNumbers numbers) : IFresh
{
    public long Id() => numbers.Id(connection);

    public long CaseNumber() => PostgresNumbers.Next(connection, numbers.Cases);

    public void CaseNumbersAfter(long number) => PostgresNumbers.RaiseTo(connection, numbers.Cases, number);

    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
