using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Connector.Host.Api.Problems;

namespace Connector.Host.Api.Requests;

/// <summary>A page of a list; <paramref name="Next"/> is the cursor of the following one, null at the end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is wanted: <c>?limit=50&amp;cursor=…</c>. Lists are newest first, so a page goes on below the last id of the one before.</summary>
internal readonly record struct PageRequest(int Limit, long Before)
{
    public const int DefaultLimit = 50, MaxLimit = 200;

    public static PageRequest Of(int? limit, string? cursor)
    {
        if (limit is < 1 or > MaxLimit) throw RefusedException.Invalid(new FieldFault("limit", $"must be from 1 to {MaxLimit}", limit?.ToString(CultureInfo.InvariantCulture)));
        return new(limit ?? DefaultLimit, cursor is null ? long.MaxValue : Decode(cursor));
    }

    /// <summary>Cuts what was read with one more than the limit.</summary>
    public Page<TView> Cut<T, TView>(IReadOnlyList<T> read, Func<T, long> id, Func<T, TView> view)
    {
        var items = read.Take(Limit).ToList();
        return new([.. items.Select(view)], read.Count > Limit ? Encode(id(items[^1])) : null);
    }

    private static string Encode(long id) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture)));

    private static long Decode(string cursor)
    {
        try
        {
            return long.Parse(Base64Url.DecodeFromChars(cursor), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw RefusedException.Invalid(new FieldFault("cursor", "must be the 'next' of an earlier page", cursor));
        }
    }
}
