namespace Connector.EndToEnd.Tests.Kit;

/// <summary>
/// Letters of many customers from a fixed seed, in order of arrival: so many are replies, each to any earlier letter of a random conversation, so that
/// conversations are single letters, chains and bushes. Mail programs differ in which of the two headers they write.
/// </summary>
internal static class Correspondence
{
    private static readonly string[] Subjects = ["Order", "Invoice", "Delivery", "Password", "Return", "Opening hours"];

    public static IReadOnlyList<(Letter Letter, string Root)> Make(int letters, double replies, int seed, string prefix = "c")
    {
        var random = new Random(seed);
        var answered = (int)(letters * replies);
        var made = new List<(Letter Letter, string Root)>();
        for (var n = 0; n < letters; n++)
        {
            var (left, repliesLeft) = (letters - n, answered - (made.Count - made.Count(m => m.Letter.Id == m.Root)));
            var isReply = n > 0 && random.Next(left) < repliesLeft;
            made.Add(isReply ? Reply(made[random.Next(n)], made, n, random, prefix) : Root(n, random, prefix));
        }
        return made;
    }

    private static (Letter Letter, string Root) Root(int n, Random random, string prefix)
    {
        var id = $"{prefix}{n}@customer.example";
        return (new Letter(id, $"{prefix}{n}@customer.example", $"{Subjects[random.Next(Subjects.Length)]} {prefix}-{n}", Words(random)), id);
    }

    private static (Letter Letter, string Root) Reply((Letter Letter, string Root) to, List<(Letter Letter, string Root)> earlier, int n, Random random, string prefix)
    {
        var chain = to.Letter.References.Append(to.Letter.Id).ToList();
        var style = random.Next(3);
        var reply = new Letter($"{prefix}{n}@customer.example", earlier.First(m => m.Letter.Id == to.Root).Letter.From, $"Re: {to.Letter.Subject.Replace("Re: ", "", StringComparison.Ordinal)}", Words(random))
        {
            InReplyTo = style == 1 ? [] : [to.Letter.Id],
            References = style == 2 ? [] : chain,
        };
        return (reply, to.Root);
    }

    private static string Words(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(5, 400)).Select(_ => new string((char)('a' + random.Next(26)), random.Next(2, 9))));
}
