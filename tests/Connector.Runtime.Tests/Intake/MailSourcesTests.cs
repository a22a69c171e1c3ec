using System.Text;
using Connector.Runtime.Intake.Sources;
using Connector.Runtime.Tests.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Runtime.Tests.Intake;

public sealed class MailSourcesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<string> _notes = [];

    [Fact]
    public void Enumerate_Folder_GivesEveryEmlInOrderOfNameAndCountsTheRest()
    {
        foreach (var name in (string[])["b.eml", "a.EML", "c.txt", ".hidden.eml", "d.jpg"]) _folder.Write(name, name);
        _folder.Write("sub/e.eml", "e");
        File.CreateSymbolicLink(_folder.At("f.eml"), _folder.At("c.txt"));
        Assert.Equal(["a.EML", "b.eml", "c.txt"], Read(_folder.Path).Select(Text));
        Assert.Equal([$"{_folder.Path}: 3 other files left out"], _notes);
    }

    [Fact]
    public void Enumerate_SingleFile_KeepsThePathAsGiven()
    {
        var path = _folder.Write("a.eml", "hello");
        var mail = Assert.Single(Read(path));
        Assert.Equal((path, "hello", 5, null), (mail.Source, Text(mail), mail.Size, mail.Unreadable));
    }

    [Fact]
    public void Enumerate_Maildir_ReadsCurAndNewAndMovesNothing()
    {
        _folder.Write("new/2.x.host", "two");
        _folder.Write("cur/1.x.host:2,S", "one");
        Assert.Equal(["one", "two"], Read(_folder.Path).Select(Text));
        Assert.True(File.Exists(_folder.At("new", "2.x.host")));
    }

    [Fact]
    public void Enumerate_Dash_IsOneMailOnStandardInput()
    {
        var mail = Assert.Single(Read("-"));
        Assert.Equal(("stdin", "from stdin"), (mail.Source, Text(mail)));
    }

    [Fact]
    public void Enumerate_MissingPath_IsTheReasonOfOneEntryAndOthersGoOn()
    {
        var path = _folder.Write("a.eml", "a");
        var mails = Read(_folder.At("none"), path);
        Assert.Equal(["there is no such file or folder", null], mails.Select(m => m.Unreadable));
    }

    [Fact]
    public void Enumerate_FileInUse_IsUnreadableWithItsReason()
    {
        var path = _folder.Write("a.eml", "a");
        using var open = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.NotNull(Assert.Single(Read(path)).Unreadable);
    }

    [Fact]
    public void Enumerate_LargerThanKept_GivesTheBeginningAndTheSize()
    {
        var mail = Assert.Single(Read(_folder.Write("a.eml", new string('x', 5000))));
        Assert.Equal((1000, 5000), (mail.Bytes.Length, mail.Size));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Enumerate_Mbox_SplitsAtSeparatorsAfterEmptyLines(string end)
    {
        var lines = string.Join(end,
            "From anna@x.example Mon Jan  5 09:00:00 2026", "Subject: one", "", "From here it is text at noon", ">From quoted", ">>From twice", "",
            "From bert@x.example Mon Jan  5 10:00 2026 +0100", "Subject: two", "", "body", "From 09:00 on, no empty line before", "");
        var mails = Read(_folder.Write("box", lines)).ToList();
        Assert.Equal([$"{_folder.At("box")}#1", $"{_folder.At("box")}#2"], mails.Select(m => m.Source));
        Assert.Equal(string.Join(end, "Subject: one", "", "From here it is text at noon", "From quoted", ">From twice", ""), Text(mails[0]));
        Assert.Equal(string.Join(end, "Subject: two", "", "body", "From 09:00 on, no empty line before", ""), Text(mails[1]));
    }

    [Fact]
    public void Enumerate_MboxWithLongLinesAndLargeMails_KeepsTheBeginning()
    {
        var mails = Read(_folder.Write("box", $"From a 09:00\n\n{new string('x', 200_000)}\n\nFrom b 09:00\nlast")).ToList();
        Assert.Equal([(1000, 200_002L), (4, 4L)], mails.Select(m => (m.Bytes.Length, m.Size)));
    }

    [Fact]
    public void Enumerate_MboxOfAnyMails_GivesThemBack() => Check.QuickThrowOnFailure(Prop.ForAll(Bodies(), bodies =>
    {
        var box = string.Concat(bodies.Select(b => $"From a@b.example Mon Jan  5 09:00:00 2026\n{Marked(b)}\n"));
        return bodies.Length == 0 || Read(_folder.Write("box", box)).Select(Text).SequenceEqual(bodies);
    }));

    public void Dispose() => _folder.Dispose();

    private static Arbitrary<string[]> Bodies()
    {
        var line = Gen.Elements("", "text", "From x 09:00", ">From x 09:00", "From nobody", ">", "Subject: a");
        var body = line.NonEmptyListOf().Select(lines => "X: y\n" + string.Join('\n', lines) + "\nend\n");
        return Arb.From(body.ArrayOf());
    }

    private static string Marked(string body) =>
        string.Join('\n', body.Split('\n').Select(l => l.TrimStart('>').StartsWith("From ", StringComparison.Ordinal) ? ">" + l : l));

    private List<SourcedMail> Read(params string[] paths) =>
        [.. new MailSources(1000, () => new MemoryStream("from stdin"u8.ToArray()), _notes.Add).Enumerate(paths)];

    private static string Text(SourcedMail mail) => Encoding.ASCII.GetString(mail.Bytes);
}
