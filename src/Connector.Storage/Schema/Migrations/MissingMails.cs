using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>A conversation may wait for several mails: what it waited for becomes the first of them. Its own id serves the row, as no other is there.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class MissingMails : Migration
{
    public const string Id = "20261128053000_MissingMails";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        script.Table("MissingMails", "Id", "Id int, Tenant text, Key int, ThreadId int");
        script.Index("MissingMails_Key", "MissingMails", "Key");
        script.Column("Threads", "Missing text?");
        migrationBuilder.Sql("INSERT INTO \"MissingMails\" (\"Id\", \"Tenant\", \"Key\", \"ThreadId\") SELECT \"Id\", \"Tenant\", \"Awaits\", \"Id\" FROM \"Threads\" WHERE \"Awaits\" IS NOT NULL");
        migrationBuilder.Sql("UPDATE \"Threads\" SET \"Missing\" = CAST(\"Awaits\" AS TEXT) WHERE \"Awaits\" IS NOT NULL");
        migrationBuilder.DropIndex("Threads_Awaits", "Threads");
        migrationBuilder.Sql("ALTER TABLE \"Threads\" DROP COLUMN \"Awaits\"");
    }
}
