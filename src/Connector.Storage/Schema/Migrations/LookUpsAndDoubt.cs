using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>Indexes for what people list (their own work, what is open, what is held) and for all that belongs to one interaction; since when a call is in doubt.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class LookUpsAndDoubt : Migration
{
    public const string Id = "20261127000000_LookUpsAndDoubt";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        script.Index("Interactions_Open", "Interactions", "Tenant, Id", where: "\"ClosedAt\" IS NULL");
        script.Index("Interactions_Owner", "Interactions", "Owner, Tenant, Id", where: "\"Owner\" IS NOT NULL");
        script.Index("Quarantine_State", "Quarantine", "State, Tenant, Id");
        script.Index("Outbox_Interaction", "Outbox", "InteractionId");
        script.Index("CapacityEntries_Interaction", "CapacityEntries", "InteractionId");
        script.Index("Notifications_Interaction", "Notifications", "InteractionId", where: "\"InteractionId\" IS NOT NULL");
        script.Column("Outbox", "DoubtSince int?");
    }
}
