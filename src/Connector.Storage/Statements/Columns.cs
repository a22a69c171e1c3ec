using System.Linq.Expressions;
using Connector.Storage.Model;

namespace Connector.Storage.Statements;

/// <summary>Expressions that carry one property to a <see cref="Value"/> and back, by its type.</summary>
internal static class Columns
{
    public static Expression ToValue(Expression property) => Expression.Call(typeof(Value).GetMethod(nameof(Value.Of), [Stored(property).Type])!, Stored(property));

    /// <summary>Whether both are stored alike; what is the very same object is not looked at.</summary>
    public static Expression AreSame(Expression one, Expression other)
    {
        var stored = Expression.Call(ToValue(one), nameof(Value.Equals), null, ToValue(other));
        return one.Type.IsValueType ? stored : Expression.OrElse(Expression.ReferenceEqual(one, other), stored);
    }

    public static Expression FromRow(ParameterExpression row, int column, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var read = Read(row, Expression.Constant(column), plain);
        return IsNullable(type)
            ? Expression.Condition(Call(row, nameof(IRow.IsNull), Expression.Constant(column)), Expression.Default(type), Expression.Convert(read, type))
            : read;
    }

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static Expression Stored(Expression property)
    {
        var type = property.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(byte[])) return property;
        if (plain == typeof(DateTimeOffset)) return Expression.Convert(property, typeof(DateTimeOffset?));
        if (plain == typeof(bool)) return Expression.Call(typeof(Columns), nameof(OfBool), null, Expression.Convert(property, typeof(bool?)));
        return Expression.Convert(property, typeof(long?));
    }

    private static long? OfBool(bool? value) => value is { } known ? known ? 1 : 0 : null;

    private static Expression Read(ParameterExpression row, ConstantExpression column, Type plain)
    {
        if (plain == typeof(string)) return Call(row, nameof(IRow.Text), column);
        if (plain == typeof(byte[])) return Call(row, nameof(IRow.Blob), column);
        var number = Call(row, nameof(IRow.Number), column);
        if (plain == typeof(long)) return number;
        if (plain == typeof(DateTimeOffset)) return Expression.Call(typeof(UtcMicroseconds), nameof(UtcMicroseconds.ToInstant), null, number);
        return plain == typeof(bool) ? Expression.NotEqual(number, Expression.Constant(0L)) : Expression.Convert(number, plain);
    }

    private static MethodCallExpression Call(ParameterExpression row, string method, Expression column) =>
        Expression.Call(row, typeof(IRow).GetMethod(method)!, column);
}
