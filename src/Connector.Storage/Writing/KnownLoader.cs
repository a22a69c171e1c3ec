using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Storage.Model.Tables;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>Loads what an input names.</summary>
internal sealed class KnownLoader
{
    private readonly RecordTables _tables;
    private readonly string _tenant;
    private readonly DossierLoader _dossiers;
    private readonly MailLookUp _mail;
    private readonly HistoryLoader _history;
    private readonly CatalogueLoader _catalogue;
    private readonly Statement _external;
    private readonly Statement _lane;
    private readonly Statement _message;
    private readonly Statement _outbox;
    private readonly ListStatement _calls;
    private readonly Statement _quarantined;
    private readonly Statement _transfer;
    private readonly Statement _transferCall;

    public KnownLoader(RecordTables tables, Dialect dialect, string tenant)
    {
        (_tables, _tenant) = (tables, tenant);
        _dossiers = new(tables, dialect, tenant);
        _mail = new(tables, _dossiers, tenant);
        _history = new(tables);
        _catalogue = new(tables, tenant);
        _external = new("SELECT \"InteractionId\" FROM \"ExternalRefs\" WHERE \"Instance\" = $1 AND \"ExternalId\" = $2 AND \"Tenant\" = $3 ORDER BY \"Until\" IS NULL DESC, \"Id\" DESC LIMIT 1");
        _lane = new($"SELECT \"Operation\", \"State\" FROM \"Outbox\" WHERE \"InteractionId\" = $1 AND \"Destination\" = $2 AND \"Tenant\" = $3 AND {OutboxTable.Unfinished} ORDER BY \"LaneVersion\", \"LaneNumber\", \"Id\"");
        _message = tables.Of<Message>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
        _outbox = tables.Of<OutboxRow>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
        _calls = new(tables.Of<OutboxRow>().Select("WHERE \"Tenant\" = $1 AND \"Id\" IN ({list})").Text, before: 1);
        _transfer = new("SELECT \"InteractionId\" FROM \"Transfers\" WHERE \"Id\" = $1 AND \"Tenant\" = $2");
        _transferCall = tables.Of<OutboxRow>().Select("WHERE \"InteractionId\" = $1 AND \"TransferId\" = $2 ORDER BY \"Id\" DESC LIMIT 1");
        _quarantined = tables.Of<QuarantineItem>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
    }

    public async ValueTask<Known> LoadAsync(ISession session, LookUp lookUp, CancellationToken cancellation) => lookUp switch
    {
        LookUp.Mail mail => await _mail.LoadAsync(session, mail.Keys, cancellation),
        LookUp.Interaction { Lane: { } instance } interaction => await WithLaneAsync(session, interaction.Id, instance, cancellation),
        LookUp.Interaction interaction => new() { Dossier = await OfInteractionAsync(session, interaction, cancellation) },
        LookUp.Case named => new() { Dossier = await _dossiers.OfCaseAsync(session, named.Id, cancellation) },
        LookUp.Cases named => new() { Cases = [.. await _dossiers.OfCasesAsync(session, named.Ids, cancellation)] },
        LookUp.External external => await OfExternalAsync(session, external, cancellation),
        LookUp.OfMessage message => await OfMessageAsync(session, message.Id, cancellation),
        LookUp.Move move => await OfMoveAsync(session, move, cancellation),
        LookUp.Transfer transfer => await OfTransferAsync(session, transfer.Id, cancellation),
        LookUp.Outbox row => await OfOutboxAsync(session, row, cancellation),
        LookUp.Quarantined item => new() { Quarantined = await session.FirstAsync(_quarantined.With(item.Id, _tenant), _tables.Of<QuarantineItem>().Read, cancellation) },
        LookUp.Codes codes => new() { Catalogue = await _catalogue.LoadAsync(session, codes.Instance, EntryKind.Agent, cancellation) },
        LookUp.WithCode work => await LoadAsync(session, work.Work, cancellation) with { Catalogue = await _catalogue.LoadAsync(session, work.Instance, EntryKind.Code, cancellation) },
        LookUp.None => Known.Nothing,
        _ => throw new InvalidOperationException(lookUp.ToString()),
    };

    /// <summary>The dossiers of many interactions at once, as far as they are on a thread.</summary>
    public ValueTask<Dictionary<long, Dossier>> OfInteractionsAsync(ISession session, IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        _dossiers.OfInteractionsAsync(session, ids, cancellation);

    /// <summary>Many outbox rows at once; those about a code bring no conversation and are left out.</summary>
    public async ValueTask<Dictionary<long, OutboxRow>> OfCallsAsync(ISession session, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var rows = await session.ListAsync(_calls.With([.. ids.Select(id => (Value)id)], _tenant), _tables.Of<OutboxRow>().Read, cancellation);
        return rows.Where(row => !CodeCalls.Concerns(row)).DistinctBy(row => row.Id).ToDictionary(row => row.Id);
    }

    private async ValueTask<Dossier?> OfInteractionAsync(ISession session, LookUp.Interaction named, CancellationToken cancellation)
    {
        var dossier = await _dossiers.OfInteractionAsync(session, named.Id, cancellation);
        return named.WithHistory && dossier is not null ? await _history.ReadAsync(session, dossier, cancellation) : dossier;
    }

    private async ValueTask<Known> OfExternalAsync(ISession session, LookUp.External external, CancellationToken cancellation)
    {
        var interaction = await session.NumberAsync(_external.With(external.Instance, external.ExternalId, _tenant), cancellation);
        return interaction is { } id ? await WithLaneAsync(session, id, external.Instance, cancellation) : Known.Nothing;
    }

    /// <summary>What is still to be told at the instance is as new as the interaction: an act that came between fails the write.</summary>
    private async ValueTask<Known> WithLaneAsync(ISession session, long id, string instance, CancellationToken cancellation)
    {
        var lane = new List<LaneCall>();
        return new() { Dossier = await _dossiers.OfInteractionAsync(session, id, cancellation, LaneAnew), Lane = [.. lane] };

        Query LaneAnew()
        {
            lane.Clear();
            return new(_lane.With(id, instance, _tenant), row => lane.Add(new(row.Text(0), (OutboxState)row.Number(1))));
        }
    }

    private async ValueTask<Known> OfMessageAsync(ISession session, long id, CancellationToken cancellation)
    {
        var message = await session.FirstAsync(_message.With(id, _tenant), _tables.Of<Message>().Read, cancellation);
        var dossier = message switch
        {
            { ThreadId: { } thread } => await _dossiers.OfThreadAsync(session, thread, cancellation),
            { InteractionId: { } interaction } => await _dossiers.OfInteractionAsync(session, interaction, cancellation),
            { CaseId: { } caseId } => await _dossiers.OfCaseAsync(session, caseId, cancellation),
            _ => null,
        };
        return new() { Message = message, Dossier = dossier };
    }

    private async ValueTask<Known> OfMoveAsync(ISession session, LookUp.Move move, CancellationToken cancellation)
    {
        var known = await OfMessageAsync(session, move.MessageId, cancellation);
        if (known.Dossier is { Thread: not null } source) known = known with { Dossier = await _history.ReadAllAsync(session, source, cancellation) };
        var target = move switch
        {
            { ToInteraction: { } interaction } => await _dossiers.OfInteractionAsync(session, interaction, cancellation),
            { ToCase: { } named } => await _dossiers.OfCaseAsync(session, named, cancellation),
            _ => null,
        };
        return known with { Target = target?.Thread is { } thread && thread.Id == known.Dossier?.Thread?.Id ? known.Dossier : target };
    }

    private async ValueTask<Known> OfTransferAsync(ISession session, long id, CancellationToken cancellation)
    {
        if (await session.NumberAsync(_transfer.With(id, _tenant), cancellation) is not { } interaction) return Known.Nothing;
        var row = await session.FirstAsync(_transferCall.With(interaction, id), _tables.Of<OutboxRow>().Read, cancellation);
        return new() { Outbox = row, Dossier = await _dossiers.OfInteractionAsync(session, interaction, cancellation) };
    }

    private async ValueTask<Known> OfOutboxAsync(ISession session, LookUp.Outbox named, CancellationToken cancellation)
    {
        var row = await session.FirstAsync(_outbox.With(named.Id, _tenant), _tables.Of<OutboxRow>().Read, cancellation);
        if (row is null || named.Alone) return new() { Outbox = row };
        if (CodeCalls.Concerns(row)) return new() { Outbox = row, Catalogue = await _catalogue.LoadAsync(session, row.Destination, EntryKind.Code, cancellation) };
        return new() { Outbox = row, Dossier = await _dossiers.OfInteractionAsync(session, row.InteractionId, cancellation) };
    }
}
