namespace CorridorTwin.Simulation.Corridor;

/// <summary>A group of operations on one side, or of whole crossings of a post.</summary>
/// <param name="Post">Post, by number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Role">The side; null for the whole crossing.</param>
/// <param name="Operation">Official operation on a side; null for a crossing.</param>
/// <param name="Kind">How the volume tables count the truck.</param>
/// <param name="Cargo">Cargo class.</param>
public readonly record struct Stratum(int Post, Direction Direction, SideRole? Role, Operation? Operation, TruckKind Kind, CargoClass Cargo);

/// <summary>Clearance times of a stratum's trucks in one replication: sums in milliseconds and the times themselves.</summary>
public sealed class StratumTimes
{
    private int[] times = new int[16];

    /// <summary>Resolution of the times kept, in milliseconds.</summary>
    public const int Unit = 100;

    /// <summary>Operations (or crossings).</summary>
    public int Count { get; private set; }

    /// <summary>Sum of clearance times (M_side of a side, M_crossing of a crossing), milliseconds.</summary>
    public long Total { get; private set; }

    /// <summary>Sums of the parts of the time split, milliseconds.</summary>
    public long Service, Documents, Closed, Blocked, Queue, Move;

    /// <summary>Sum from the first gate to the physical exit (M_gate) and from the first gate to release (M_release), milliseconds.</summary>
    public long Gate, Release;

    /// <summary>Trucks examined by customs or by plant and animal health.</summary>
    public int Examined;

    /// <summary>The single times, in units of <see cref="Unit"/> milliseconds, in no order.</summary>
    public ReadOnlySpan<int> Times => times.AsSpan(0, Count);

    /// <summary>Adds all of another group.</summary>
    public void Take(StratumTimes other)
    {
        if (Count + other.Count > times.Length) Array.Resize(ref times, Math.Max(times.Length * 2, Count + other.Count));
        other.Times.CopyTo(times.AsSpan(Count));
        Count += other.Count;
        Total += other.Total;
        Service += other.Service;
        Documents += other.Documents;
        Closed += other.Closed;
        Blocked += other.Blocked;
        Queue += other.Queue;
        Move += other.Move;
        Gate += other.Gate;
        Release += other.Release;
        Examined += other.Examined;
    }

    internal void Add(long duration)
    {
        if (Count == times.Length) Array.Resize(ref times, Count * 2);
        times[Count++] = (int)(duration / Unit);
        Total += duration;
    }
}

/// <summary>One replication of the corridor, by stratum.</summary>
public sealed record CorridorResult
{
    /// <summary>Times by stratum.</summary>
    public required IReadOnlyDictionary<Stratum, StratumTimes> Strata { get; init; }

    /// <summary>Crossings of the cohort.</summary>
    public required long Crossings { get; init; }

    /// <summary>Cost of the cohort's crossings by item.</summary>
    public required CrossingCost Cost { get; init; }

    /// <summary>Irregularities expected to be found in the cohort's examinations.</summary>
    public required double Detections { get; init; }

    /// <summary>Trucks that put their crossing off, over the whole run, and that crossed elsewhere.</summary>
    public required long Deferred { get; init; }

    /// <inheritdoc cref="Deferred"/>
    public required long Diverted { get; init; }

    /// <summary>Length of the measured window in days.</summary>
    public required double Days { get; init; }

    /// <summary>Operations and their clearance times by the day, from the opening of the window, on which the crossing's truck joined its first queue.</summary>
    public required IReadOnlyList<DayTimes> ByDay { get; init; }

    /// <summary>Trucks at each post at the start of every hour of the window; empty unless the corridor is disturbed.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Presence { get; init; } = [];

    /// <summary>What the engine said of the run.</summary>
    public required Engine.RunResult Run { get; init; }
}

/// <summary>US dollars, litres and tonnes of a set of crossings.</summary>
/// <param name="Carrier">Driver and vehicle, US$.</param>
/// <param name="IdleFuel">Fuel of idling engines, US$.</param>
/// <param name="ReeferFuel">Fuel of refrigeration units, US$.</param>
/// <param name="CargoTime">Value of cargo time, US$.</param>
/// <param name="Spoilage">Perishables lost, US$.</param>
/// <param name="Fees">Fees: a transfer, not part of the cost.</param>
/// <param name="Litres">Diesel burnt at the border.</param>
/// <param name="Co2">Tonnes of CO2.</param>
public readonly record struct CrossingCost(double Carrier, double IdleFuel, double ReeferFuel, double CargoTime, double Spoilage, double Fees, double Litres, double Co2)
{
    /// <summary>US$ without transfers.</summary>
    public double Total => Carrier + IdleFuel + ReeferFuel + CargoTime + Spoilage;

    /// <summary>Item by item.</summary>
    public static CrossingCost operator +(CrossingCost a, CrossingCost b) => new(
        a.Carrier + b.Carrier, a.IdleFuel + b.IdleFuel, a.ReeferFuel + b.ReeferFuel, a.CargoTime + b.CargoTime,
        a.Spoilage + b.Spoilage, a.Fees + b.Fees, a.Litres + b.Litres, a.Co2 + b.Co2);

    /// <summary>The cost of one crossing.</summary>
    /// <param name="unit">Unit values.</param>
    /// <param name="hours">Hours at the border, both sides.</param>
    /// <param name="waitingHours">Of these, waiting of any kind.</param>
    /// <param name="loaded">Carries cargo.</param>
    /// <param name="perishable">Carries refrigerated cargo.</param>
    public static CrossingCost Of(CostParameters unit, double hours, double waitingHours, bool loaded, bool perishable)
    {
        double idle = waitingHours * unit.IdlingShare * unit.IdleLitresPerHour;
        double reefer = perishable ? hours * unit.ReeferLitresPerHour : 0;
        double value = loaded ? unit.CargoValue : 0;
        double spoilt = perishable ? Math.Min(1, unit.SpoilagePerHour * Math.Max(0, hours - unit.SpoilageAfterHours)) : 0;
        return new CrossingCost(
            hours * unit.CarrierPerHour,
            idle * unit.DieselPerLitre,
            reefer * unit.DieselPerLitre,
            value * (perishable ? unit.TimeValuePerishable : unit.TimeValueDry) * hours / 24,
            value * spoilt,
            unit.FeesPerCrossing,
            idle + reefer,
            (idle + reefer) * unit.Co2PerLitre / 1000);
    }
}
