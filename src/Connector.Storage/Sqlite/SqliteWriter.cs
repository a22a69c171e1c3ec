using Connector.Storage.Opening;
using Connector.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>Runs batches on the one writing connection: one commit for all; the bad one fails alone.</summary>
internal sealed class SqliteWriter(SqliteFile file, string tenant) : IDisposable
{
    private const int Attempts = 5;
    private SqliteSession? _session;

    public void Run(List<Work> batch)
    {
        batch.RemoveAll(Canceled);
        if (batch.Count == 0) return;
        try
        {
            _session ??= new(file.OpenUnlockedWriter(), tenant);
            if (batch is [{ IsRehearsal: true } rehearsal]) Rehearse(_session, rehearsal);
            else if (!TryTogether(_session, batch)) foreach (var work in batch) Alone(_session, work);
        }
        catch (Exception e)
        {
            var reason = e is SqliteException sqlite ? file.Explain(sqlite) : e;
            foreach (var work in batch) if (!work.IsAnswered) work.Fail(reason);
            Forget();
        }
    }

    public void Dispose() => _session?.Dispose();

    /// <summary>False when something had written before it failed: everything is undone and must be done one by one.</summary>
    private static bool TryTogether(SqliteSession session, List<Work> batch)
    {
        session.BeginImmediate();
        foreach (var work in batch)
        {
            var changes = session.Changes;
            try
            {
                work.Execute(session);
            }
            catch (Exception e) when (!IsOfStore(e) && session.Changes == changes && e is not VersionConflictException)
            {
                work.Fail(e);
            }
            catch (Exception e) when (!IsOfStore(e))
            {
                session.RollbackAll();
                return Retracted(batch);
            }
        }
        session.CommitAll();
        foreach (var work in batch) if (!work.IsAnswered) work.Answer();
        return true;
    }

    private static bool Retracted(List<Work> batch)
    {
        batch.RemoveAll(work => work.IsAnswered);
        return false;
    }

    private static void Alone(SqliteSession session, Work work)
    {
        for (var attempt = 1; ; attempt++)
        {
            session.BeginImmediate();
            try
            {
                work.Execute(session);
                session.CommitAll();
                work.Answer();
                return;
            }
            catch (Exception e) when (!IsOfStore(e))
            {
                session.RollbackAll();
                if (e is VersionConflictException && attempt < Attempts) continue;
                work.Fail(Explained(e));
                return;
            }
        }
    }

    private static void Rehearse(SqliteSession session, Work work)
    {
        session.BeginImmediate();
        try
        {
            work.Execute(session);
            work.Answer();
        }
        catch (Exception e) when (!IsOfStore(e))
        {
            work.Fail(Explained(e));
        }
        finally
        {
            session.RollbackAll();
        }
    }

    private static Exception Explained(Exception e) => e switch
    {
        VersionConflictException => new StoreConflictException($"The record was changed again and again by others: {e.Message}", e),
        SqliteException { SqliteExtendedErrorCode: SqliteFile.UniqueViolation or SqliteFile.PrimaryKeyViolation } => new StoreConflictException($"A row of that key is there already: {e.Message}", e),
        _ => e,
    };

    /// <summary>The store's own trouble, not the work's: it would hit every other work as well.</summary>
    private static bool IsOfStore(Exception e) => e is SqliteException sqlite && SqliteFile.IsTrouble(sqlite.SqliteErrorCode);

    /// <summary>After trouble the connection is not trusted again; the next batch opens a new one.</summary>
    private void Forget()
    {
        try
        {
            _session?.Dispose();
        }
        catch (SqliteException)
        {
            // Closing a broken connection may complain about what broke it.
        }
        _session = null;
    }

    private static bool Canceled(Work work)
    {
        if (!work.IsCanceled) return false;
        work.Cancel();
        return true;
    }
}
