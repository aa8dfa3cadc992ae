using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>A point of a time–distance chart: how long, and what it has cost, to come so far.</summary>
/// <param name="Kilometres">From the first post.</param>
/// <param name="Place">The post.</param>
/// <param name="Hours">Since joining the line at the first post.</param>
/// <param name="Cost">Cost of that time and border fees, US$ a loaded truck: carrier, idling, cargo time. Fuel and wear of driving are not in it.</param>
public sealed record ProfilePoint(double Kilometres, BorderPost Place, Interval Hours, Interval Cost);

/// <summary>
/// A loaded truck's way through all posts in one direction: cumulative time and cost over distance, borders as vertical steps (UNESCAP), and the
/// CAREC CPMM indicators TFI1 to TFI4 from the same runs.
/// </summary>
public sealed record CorridorProfile
{
    /// <summary>Distance to which CAREC refers the cost of a section, km.</summary>
    public const double CarecKilometres = 500;

    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>With or without the strategy.</summary>
    public required RolloutCase Case { get; init; }

    /// <summary>Which way.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Where each post begins and ends.</summary>
    public required IReadOnlyList<ProfilePoint> Points { get; init; }

    /// <summary>TFI1: mean hours to clear a border crossing point, both countries' sides, loaded trucks.</summary>
    public required Interval ClearHours { get; init; }

    /// <summary>TFI2: mean cost at a border crossing point, US$ a loaded truck: time and fees.</summary>
    public required Interval ClearCost { get; init; }

    /// <summary>TFI3: cost of time and fees for 500 km of the corridor, borders included, US$ a loaded truck.</summary>
    public required Interval SectionCost { get; init; }

    /// <summary>TFI4: speed over the corridor's roads with the borders, km/h (CAREC: speed with delay).</summary>
    public required Interval SpeedWithDelay { get; init; }

    /// <summary>Speed over the roads alone, km/h (CAREC: speed without delay).</summary>
    public required double SpeedWithoutDelay { get; init; }

    /// <summary>The way through the corridor in a year.</summary>
    public static CorridorProfile Of(YearRun year, Direction direction)
    {
        CorridorModel corridor = year.Weeks[0].Model;
        int posts = corridor.Posts.Count;
        int[] order = direction == Direction.N2S ? [.. Enumerable.Range(0, posts)] : [.. Enumerable.Range(0, posts).Reverse()];
        Crossing[][] crossings = [.. Enumerable.Range(0, year.Replications).Select(r => order.Select(p => Crossing.Of(year, r, p, direction)).ToArray())];
        var points = new List<ProfilePoint>();
        double kilometres = 0, road = 0;
        double[] hours = new double[year.Replications], cost = new double[year.Replications];
        Add(order[0]);
        for (int i = 0; i < order.Length; i++)
        {
            for (int r = 0; r < hours.Length; r++) (hours[r], cost[r]) = (hours[r] + crossings[r][i].Hours, cost[r] + crossings[r][i].Cost);
            Add(order[i]);
            if (i == order.Length - 1) break;
            RoadSection section = corridor.Roads[Math.Min(order[i], order[i + 1])];
            double driving = section.Travel.MeanMilliseconds / 3_600_000;
            kilometres += section.Kilometres;
            road += driving;
            for (int r = 0; r < hours.Length; r++) (hours[r], cost[r]) = (hours[r] + driving, cost[r] + Crossing.Moving(corridor.Costs, corridor.Demand, driving));
            Add(order[i + 1]);
        }
        return new CorridorProfile
        {
            Year = year.Year, Case = year.Case, Direction = direction, Points = points,
            ClearHours = Interval.Of([.. crossings.Select(c => c.Sum(x => x.Hours * x.Trucks) / c.Sum(x => x.Trucks))]),
            ClearCost = Interval.Of([.. crossings.Select(c => c.Sum(x => x.Cost * x.Trucks) / c.Sum(x => x.Trucks))]),
            SectionCost = Interval.Of([.. cost.Select(c => c / kilometres * CarecKilometres)]),
            SpeedWithDelay = Interval.Of([.. hours.Select(h => kilometres / h)]),
            SpeedWithoutDelay = kilometres / road,
        };

        void Add(int post) => points.Add(new ProfilePoint(kilometres, corridor.Posts[post], Interval.Of(hours), Interval.Of(cost)));
    }

    /// <summary>The mean crossing of a post by loaded trucks in one replication.</summary>
    private readonly record struct Crossing(double Trucks, double Hours, double Cost)
    {
        public static Crossing Of(YearRun year, int replication, int post, Direction direction)
        {
            CostParameters unit = year.Weeks[0].Model.Costs;
            double trucks = 0, hours = 0, cost = 0;
            foreach (WeekRun week in year.Weeks)
                foreach (TruckKind kind in (TruckKind[])[TruckKind.Pair, TruckKind.Transit])
                    foreach (CargoClass cargo in Enum.GetValues<CargoClass>())
                        if (week.Replications[replication].Rows.TryGetValue(new RowKey(post, direction, null, null, kind, cargo), out RowValue? row))
                        {
                            double n = week.Weight * row.Count;
                            CrossingCost one = CrossingCost.Of(unit, row.Mean, row.Mean - row.Service - row.Move, true, cargo == CargoClass.Perishable);
                            trucks += n;
                            hours += n * row.Mean;
                            cost += n * (one.Total - one.Spoilage + one.Fees);
                        }
            return new Crossing(trucks, hours / trucks, cost / trucks);
        }

        /// <summary>Cost of hours on the road for a mean loaded truck.</summary>
        public static double Moving(CostParameters unit, Demand demand, double hours)
        {
            double perishable = demand.CargoShares.GetValueOrDefault(CargoClass.Perishable);
            CrossingCost Of(bool cold) => CrossingCost.Of(unit, hours, 0, true, cold);
            double Each(CrossingCost c) => c.Total - c.Spoilage;
            return (1 - perishable) * Each(Of(false)) + perishable * Each(Of(true));
        }
    }
}
