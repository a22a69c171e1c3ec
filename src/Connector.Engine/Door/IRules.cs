namespace Connector.Engine.Door;

/// <summary>The two pure questions the write path asks for each input.</summary>
public interface IRules
{
    /// <summary>What must be loaded before deciding.</summary>
    LookUp LookUpFor(Input input);

    /// <summary>Decides on what was loaded. May be asked again with fresher state after a conflict.</summary>
    Outcome Decide(Input input, Known known, Given given);
}
