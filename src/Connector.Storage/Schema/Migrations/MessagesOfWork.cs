using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>The messages of an interaction or a case are found whether or not they are on a thread. Both ids rise, so that a mail's entries come at the end.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class MessagesOfWork : Migration
{
    public const string Id = "20261127200000_MessagesOfWork";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        migrationBuilder.DropIndex("Messages_Interaction", "Messages");
        migrationBuilder.DropIndex("Messages_Case", "Messages");
        script.Index("Messages_Interaction", "Messages", "InteractionId", where: "\"InteractionId\" IS NOT NULL");
        script.Index("Messages_Case", "Messages", "CaseId", where: "\"CaseId\" IS NOT NULL");
    }
}
