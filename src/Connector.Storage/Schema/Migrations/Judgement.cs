using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>The disposition of an interaction; how much automatic mail a conversation has taken lately.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class Judgement : Migration
{
    public const string Id = "20261127170000_Judgement";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        script.Column("Interactions", "Disposition text?");
        script.Column("Threads", "AutomaticIn int?");
        script.Column("Threads", "AutomaticFrom int?");
    }
}
