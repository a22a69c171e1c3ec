using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

/// <summary>The few ways in which tables are keyed and indexed.</summary>
internal static class Keyed
{
    public static EntityTypeBuilder<T> ById<T>(this EntityTypeBuilder<T> table, string name, Expression<Func<T, object?>> id)
        where T : class
    {
        table.ToTable(name).HasKey(id);
        table.Property(id).ValueGeneratedNever();
        return table;
    }

    /// <summary>An index of the rows that have the value: the few that are due, linked or open.</summary>
    public static void IndexWhere<T>(this EntityTypeBuilder<T> table, string name, string filter, Expression<Func<T, object?>> columns, bool unique = false)
        where T : class => table.HasIndex(columns, name).HasFilter(filter).IsUnique(unique);

    public static void Index<T>(this EntityTypeBuilder<T> table, string name, Expression<Func<T, object?>> columns, bool unique = false)
        where T : class => table.HasIndex(columns, name).IsUnique(unique);

    /// <summary>Rows by due time, those without one left out.</summary>
    public static void DueBy<T>(this EntityTypeBuilder<T> table, string column)
        where T : class => table.HasIndex(["Tenant", column], $"Due_{table.Metadata.GetTableName()}_{column}").HasFilter($"\"{column}\" IS NOT NULL");
}
