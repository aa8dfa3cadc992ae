namespace CorridorTwin.Simulation.State;

/// <summary>The key of a stage.</summary>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Stage">Its name, unique in the procedure.</param>
public sealed record StageName(string Procedure, string Stage)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Procedure}: {Stage}";
}
