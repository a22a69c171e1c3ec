using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>The mail that a conversation names and that has not come yet.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class AwaitedMails : Migration
{
    public const string Id = "20261127193000_AwaitedMails";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        script.Column("Threads", "Awaits int?");
        script.Index("Threads_Awaits", "Threads", "Awaits", where: "\"Awaits\" IS NOT NULL");
    }
}
