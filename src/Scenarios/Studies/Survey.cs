using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>Makes the simulator produce the table a time release study would, so that simulated and observed are compared like with like.</summary>
public static class Survey
{
    /// <summary>Surveys one simulated week.</summary>
    /// <param name="model">The corridor.</param>
    /// <param name="design">How it is surveyed.</param>
    /// <param name="cancellation">Ends it without a study.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Study Of(CorridorModel model, SurveyDesign design, CancellationToken cancellation = default) => throw new NotImplementedException();
}
