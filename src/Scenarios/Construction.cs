using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>What building hinders.</summary>
public static class Construction
{
    /// <summary>Works go on while trucks that came in the measured days are still there.</summary>
    private const int DaysAfterwards = 28;

    /// <summary>The model with a part of the staff of some places unable to work for the whole run; the same object if nothing is lost.</summary>
    /// <param name="model">The corridor.</param>
    /// <param name="posts">Ids of the posts.</param>
    /// <param name="lost">Share of staff-hours lost.</param>
    /// <param name="length">How long the model is run.</param>
    public static CorridorModel Hinder(CorridorModel model, IEnumerable<string> posts, double lost, RunLength length)
    {
        if (lost == 0) return model;
        double hours = 24.0 * (length.WarmUpDays + length.Days + DaysAfterwards);
        return model with
        {
            Disruptions = [.. model.Disruptions, .. posts.Select(p => new Disruption(DisruptionKind.Strike, p, -length.WarmUpDays, hours, lost))],
        };
    }
}
