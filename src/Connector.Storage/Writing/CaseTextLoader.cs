using System.Collections.Immutable;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Mail;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>What was written on each open case of a conversation, for choosing between them: comments and the last five mails. Read only when there is a choice.</summary>
internal sealed class CaseTextLoader(RecordTables tables)
{
    private const int Mails = 5;
    private const int Comments = 50;
    private const int LongestText = 20_000;

    private readonly ListStatement _mails = new($"SELECT \"Id\" FROM \"Messages\" WHERE {OfCase} AND \"Kind\" = 0 ORDER BY \"Id\" DESC LIMIT {Mails}", before: 1);
    private readonly ListStatement _comments = new($"SELECT \"Text\" FROM \"Messages\" WHERE {OfCase} AND \"Kind\" = 1 ORDER BY \"Id\" DESC LIMIT {Comments}", before: 1);
    private readonly ListStatement _raw = new(tables.Of<RawMail>().Select("WHERE \"Id\" IN ({list}) ORDER BY \"Id\"").Text);

    private const string OfCase = "\"ThreadId\" IN ({list}) AND (\"CaseId\" = $1 OR \"InteractionId\" IN (SELECT \"Id\" FROM \"Interactions\" WHERE \"CaseId\" = $1))";

    public async ValueTask<Dossier> ReadAsync(ISession session, Dossier dossier, CancellationToken cancellation)
    {
        if (!dossier.HasCasesToChoose || dossier.Thread is not { } thread) return dossier;
        Value[] threads = [thread.Id, .. dossier.United.Select(t => (Value)t.Id)];
        var texts = ImmutableDictionary.CreateBuilder<long, string>();
        foreach (var open in dossier.Cases.Where(c => c.IsActive))
        {
            var comments = await session.ListAsync(_comments.With(threads, open.Id), row => row.Text(0), cancellation);
            var mails = await session.ListAsync(_mails.With(threads, open.Id), row => row.Number(0), cancellation);
            var bodies = mails.Count == 0 ? [] : await session.ListAsync(_raw.With([.. mails.Select(id => (Value)id)]), tables.Of<RawMail>().Read, cancellation);
            texts[open.Id] = string.Join('\n', comments.Concat(bodies.Select(TextOf)));
        }
        return dossier with { CaseTexts = texts.ToImmutable() };
    }

    private static string TextOf(RawMail mail)
    {
        var read = MailReader.Read(mail.Bytes);
        var text = $"{read.Subject}\n{read.ReplyText}";
        return text.Length > LongestText ? text[..LongestText] : text;
    }
}
