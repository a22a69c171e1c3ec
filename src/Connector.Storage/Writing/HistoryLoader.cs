using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>What was said in public on a conversation, with its bytes. Read only when a new CC waits for it.</summary>
internal sealed class HistoryLoader(RecordTables tables)
{
    private readonly ListStatement _mails = new(tables.Of<Message>().Select($"WHERE \"ThreadId\" IN ({{list}}) AND \"Kind\" = 0 AND \"Visibility\" = 0 ORDER BY \"Id\" DESC LIMIT {History.Most}").Text);
    private readonly ListStatement _raw = new(tables.Of<RawMail>().Select("WHERE \"Id\" IN ({list})").Text);

    public async ValueTask<Dossier> ReadAsync(ISession session, Dossier dossier, CancellationToken cancellation)
    {
        if (dossier.Thread is not { } thread || !History.IsWanted(dossier)) return dossier;
        var mails = await session.ListAsync(_mails.With([thread.Id, .. dossier.United.Select(t => (Value)t.Id)]), tables.Of<Message>().Read, cancellation);
        if (mails.Count == 0) return dossier;
        var raw = (await session.ListAsync(_raw.With([.. mails.Select(m => (Value)m.Id)]), tables.Of<RawMail>().Read, cancellation)).ToDictionary(r => r.Id, r => r.Bytes);
        return dossier with { History = [.. mails.Where(m => raw.ContainsKey(m.Id)).OrderBy(m => m.Id).Select(m => new KeptMail(m, raw[m.Id]))] };
    }
}
