using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>Which host polls an instance, when a poll was last answered, and the last gap.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class Polls : Migration
{
    public const string Id = "20261127130000_Polls";

    protected override void Up(MigrationBuilder migrationBuilder) => new TableScript(migrationBuilder).Table("Polls", "Tenant, Instance",
        "Tenant text, Instance text, HeldBy text?, HeldUntil int?, PolledAt int?, GapFrom int?, GapTo int?, GapReason text?");
}
