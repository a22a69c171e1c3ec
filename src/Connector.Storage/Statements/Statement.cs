namespace Connector.Storage.Statements;

/// <summary>A statement's text, known by its instance so that a session finds the prepared form without hashing. Parameters are <c>$1</c>, <c>$2</c> …</summary>
internal sealed class Statement(string text, string? many = null)
{
    public string Text { get; } = text;

    /// <summary>PostgreSQL's form for many rows at once: every parameter is an array, a place in them a row. Null: there is none.</summary>
    public string? Many { get; } = many;

    /// <summary>PostgreSQL's form of a statement that ends with a list of values; null: it has none.</summary>
    public ListForm? List { get; init; }

    public Command With(params Value[] values) => new(this, values);

    public override string ToString() => Text;
}

internal readonly record struct Command(Statement Statement, Value[] Values);

/// <summary>A command whose rows are handed over one by one.</summary>
internal readonly record struct Query(Command Command, Action<IRow> OnRow);

/// <summary>A command that changes rows; with <paramref name="ExactlyOne"/> anything else than one changed row is a conflict; a guard changes none.</summary>
internal readonly record struct Write(Command Command, bool ExactlyOne = false, bool IsGuard = false);
