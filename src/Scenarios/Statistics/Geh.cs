namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// The GEH statistic for hourly flows, √(2(M − C)²/(M + C)): below 5 is the usual demand on 85 % of links, below 3 on important ones.
/// It is meant for vehicles an hour and says nothing of times.
/// </summary>
public static class Geh
{
    /// <summary>Usual bound of a flow that agrees.</summary>
    public const double Acceptable = 5;

    /// <summary>The statistic of a modelled and a counted flow, vehicles an hour.</summary>
    /// <exception cref="ArgumentException">A flow is negative or not finite.</exception>
    public static double Of(double modelled, double counted)
    {
        if (!(modelled >= 0 && counted >= 0 && double.IsFinite(modelled) && double.IsFinite(counted)))
            throw new ArgumentException(FormattableString.Invariant($"Flows are finite numbers of 0 or more; they are {modelled} and {counted}."), nameof(modelled));
        return modelled + counted == 0 ? 0 : Math.Sqrt(2 * (modelled - counted) * (modelled - counted) / (modelled + counted));
    }
}
