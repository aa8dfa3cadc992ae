namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>An answer that hangs on inputs: give it values, it gives back the answer, replication by replication, always with the same draws.</summary>
public interface IInputResponse
{
    /// <summary>Evaluates points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="replications">Values wanted at each.</param>
    /// <param name="cancellation">Ends it; what is finished is remembered.</param>
    /// <returns>Per point, one value per replication in the order of replications; null where not all of them are done.</returns>
    IReadOnlyList<IReadOnlyList<double>?> Evaluate(IReadOnlyList<InputPoint> points, int replications, CancellationToken cancellation);

    /// <summary>Replications of models that evaluating points would still take.</summary>
    int Runs(IReadOnlyList<InputPoint> points, int replications);

    /// <summary>Replications so far in which the corridor was so overloaded that the answer is understated.</summary>
    int Overloaded => 0;
}
