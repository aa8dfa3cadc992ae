using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Appraisal.Savings;

/// <summary>What trucks spend at the border in a year, or save, in hours: all that unit values are multiplied by.</summary>
/// <param name="Trucks">Side passages.</param>
/// <param name="Hours">Of truck and driver.</param>
/// <param name="Waiting">Of these, waiting.</param>
/// <param name="Dry">Of loaded trucks without perishables.</param>
/// <param name="Perishable">Of trucks with perishables.</param>
/// <param name="Late">Of perishables, beyond the hours that do no harm.</param>
/// <param name="Spread">Standard deviations, summed over trucks.</param>
/// <param name="LoadedSpread">The same of loaded trucks.</param>
public readonly record struct Physical(double Trucks, double Hours, double Waiting, double Dry, double Perishable, double Late, double Spread, double LoadedSpread)
{
    /// <summary>Item by item.</summary>
    public static Physical operator +(Physical a, Physical b) => new(
        a.Trucks + b.Trucks, a.Hours + b.Hours, a.Waiting + b.Waiting, a.Dry + b.Dry, a.Perishable + b.Perishable, a.Late + b.Late, a.Spread + b.Spread, a.LoadedSpread + b.LoadedSpread);

    /// <summary>Every item times a factor.</summary>
    public static Physical operator *(double k, Physical a) => new(k * a.Trucks, k * a.Hours, k * a.Waiting, k * a.Dry, k * a.Perishable, k * a.Late, k * a.Spread, k * a.LoadedSpread);

    /// <summary>Mean of several.</summary>
    public static Physical Mean(IReadOnlyCollection<Physical> of) => of.Count == 0 ? default : 1.0 / of.Count * of.Aggregate((a, b) => a + b);

    /// <summary>What a stratum spends in a year.</summary>
    public static Physical Of(RowKey stratum, SideTimes t) => Of(stratum, t.Trucks, t.Hours, t.Waiting, t.Late, t.Spread);

    /// <summary>What a stratum saves in a year: the saving of each truck times the trucks of the case without.</summary>
    public static Physical Saved(RowKey stratum, SideTimes without, SideTimes with) =>
        Of(stratum, without.Trucks, without.Hours - with.Hours, without.Waiting - with.Waiting, without.Late - with.Late, without.Spread - with.Spread);

    private static Physical Of(RowKey stratum, double trucks, double hours, double waiting, double late, double spread)
    {
        bool perishable = stratum.Cargo == CargoClass.Perishable, loaded = stratum.Cargo is not null;
        return new(
            trucks, trucks * hours, trucks * waiting, loaded && !perishable ? trucks * hours : 0, perishable ? trucks * hours : 0,
            perishable ? trucks * late : 0, trucks * spread, loaded ? trucks * spread : 0);
    }
}
