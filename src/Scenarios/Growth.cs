using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>Growth of trade from one year to another.</summary>
public static class Growth
{
    /// <summary>The model with the demand of another year. Growth is demand added on top, so that every truck of the first year keeps its draws.</summary>
    /// <remarks>The product is taken year by year: the same bits on every system, which <c>Math.Pow</c> does not promise.</remarks>
    public static CorridorModel ToYear(CorridorModel model, int from, int to)
    {
        if (from == to) return model;
        double factor = 1 + model.Demand.Added;
        for (int year = from; year < to; year++) factor *= 1 + model.Demand.GrowthPerYear;
        for (int year = to; year < from; year++) factor /= 1 + model.Demand.GrowthPerYear;
        return model with { Demand = model.Demand with { Added = factor - 1 } };
    }
}
