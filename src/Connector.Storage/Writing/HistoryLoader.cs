using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>What was said on a conversation, with its bytes. Read only when a new CC waits for it, or when the mail has come that the conversation waits for.</summary>
internal sealed class HistoryLoader(RecordTables tables)
{
    private readonly ListStatement _mails = new(tables.Of<Message>().Select($"WHERE \"ThreadId\" IN ({{list}}) AND \"Kind\" = 0 AND \"Visibility\" = 0 ORDER BY \"Id\" DESC LIMIT {History.Most}").Text);
    private readonly ListStatement _all = new(tables.Of<Message>().Select($"WHERE \"ThreadId\" IN ({{list}}) ORDER BY \"Id\" DESC LIMIT {Dossier.MailsLoaded}").Text);
    private readonly ListStatement _raw = new(tables.Of<RawMail>().Select("WHERE \"Id\" IN ({list})").Text);

    public async ValueTask<Dossier> ReadAsync(ISession session, Dossier dossier, CancellationToken cancellation)
    {
        if (dossier.Thread is null || !History.IsWanted(dossier)) return dossier;
        var read = await WithAsync(session, dossier, _mails, cancellation);
        return read with { History = read.History.RemoveAll(k => k.Bytes.Length == 0) };
    }

    /// <summary>Every message of a conversation that waits for the mail that came, and of that which the mail names: it is moved, or left apart, as a whole.</summary>
    public ValueTask<Dossier> ReadAllAsync(ISession session, Dossier dossier, CancellationToken cancellation) => WithAsync(session, dossier, _all, cancellation);

    private async ValueTask<Dossier> WithAsync(ISession session, Dossier dossier, ListStatement which, CancellationToken cancellation)
    {
        if (dossier.Thread is null) return dossier;
        var mails = await session.ListAsync(which.With([dossier.Thread.Id, .. dossier.United.Select(t => (Value)t.Id)]), tables.Of<Message>().Read, cancellation);
        if (mails.Count == 0) return dossier;
        var raw = (await session.ListAsync(_raw.With([.. mails.Select(m => (Value)m.Id)]), tables.Of<RawMail>().Read, cancellation)).ToDictionary(r => r.Id, r => r.Bytes);
        return dossier with { History = [.. mails.OrderBy(m => m.Id).Select(m => new KeptMail(m, raw.GetValueOrDefault(m.Id) ?? []))] };
    }
}
