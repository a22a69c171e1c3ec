using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>The catalogue of wrap-up codes, its mappings, what vendors showed last; indexes for the report of closures and for codes that wait to be confirmed.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class CodeCatalogue : Migration
{
    public const string Id = "20261127120000_CodeCatalogue";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        script.Table("CatalogueCodes", "Id",
            "Id int, Tenant text, Version int, Key text, Label text, Description text, Translations text, Origin int, State int, Instance text?, VendorId text?, " +
            "CreatedAt int, CreatedBy text, UpdatedAt int, UpdatedBy text");
        script.Index("CatalogueCodes_Key", "CatalogueCodes", "Tenant, Key", unique: true);
        script.Table("CodeMappings", "Id",
            "Id int, Tenant text, Version int, Instance text, Queue text, VendorId text, Code text, Label text, CreatedAt int, CreatedBy text, EndedAt int?");
        script.Index("CodeMappings_VendorId", "CodeMappings", "Tenant, Instance, Queue, VendorId", where: "\"EndedAt\" IS NULL", unique: true);
        script.Index("CodeMappings_Code", "CodeMappings", "Tenant, Instance, Queue, Code", where: "\"EndedAt\" IS NULL", unique: true);
        script.Table("VendorEntries", "Id",
            "Id int, Tenant text, Version int, Instance text, Kind int, VendorId text, Name text, Detail text?, KnownName text?, KnownOffered int, SeenAt int, ChangedAt int, GoneAt int?");
        script.Index("VendorEntries_VendorId", "VendorEntries", "Tenant, Instance, Kind, VendorId", unique: true);
        script.Index("Interactions_Closed", "Interactions", "Tenant, ClosedAt", where: "\"ClosedAt\" IS NOT NULL");
        script.Index("Segments_Awaiting", "Segments", "Tenant, Id", where: "\"AwaitingConfirmation\" = 1");
    }
}
