namespace Connector.Storage.Statements;

/// <summary>A statement's text, known by its instance so that a session finds the prepared form without hashing. Parameters are <c>$1</c>, <c>$2</c> …</summary>
internal sealed class Statement(string text)
{
    public string Text { get; } = text;

    public Command With(params Value[] values) => new(this, values);

    public override string ToString() => Text;
}

internal readonly record struct Command(Statement Statement, Value[] Values);

/// <summary>A command whose rows are handed over one by one.</summary>
internal readonly record struct Query(Command Command, Action<IRow> OnRow);

/// <summary>A command that changes rows; with <paramref name="ExactlyOne"/> anything else than one changed row is a conflict.</summary>
internal readonly record struct Write(Command Command, bool ExactlyOne = false);
