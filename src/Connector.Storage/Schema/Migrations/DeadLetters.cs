using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>
/// Which rows of the outbox are open is told by when they ended, not by their state: a claim changes the state, and need not take the row out of the indexes
/// and put it back. A claimed row stays on its page of PostgreSQL, which keeps room for it.
/// </summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class DeadLetters : Migration
{
    public const string Id = "20261128013000_DeadLetters";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        migrationBuilder.DropIndex("Outbox_Lane", "Outbox");
        migrationBuilder.DropIndex("Outbox_Ready", "Outbox");
        script.Column("Outbox", "DeadSince int?");
        migrationBuilder.Sql("UPDATE \"Outbox\" SET \"DeadSince\" = \"DoneAt\", \"DoneAt\" = NULL WHERE \"State\" = 3");
        script.Index("Outbox_Lane", "Outbox", "InteractionId, Destination, LaneVersion, LaneNumber", where: "\"DoneAt\" IS NULL");
        script.Index("Outbox_Ready", "Outbox", "Tenant, Destination, Priority, NotBefore, Id", where: "\"DoneAt\" IS NULL AND \"DeadSince\" IS NULL", descending: [false, false, true, false, false]);
        script.OnPostgres("ALTER TABLE \"Outbox\" SET (fillfactor = 60)");
    }
}
