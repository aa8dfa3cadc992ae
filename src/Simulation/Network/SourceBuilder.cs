using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Network;

/// <summary>Describes where trucks come from, when, of which classes, and where they go.</summary>
public sealed class SourceBuilder
{
    private bool told;

    internal SourceBuilder(string name) => Name = name;

    /// <summary>The source's name: with the ordinal, the identity of its trucks.</summary>
    public string Name { get; }

    internal ArrivalKind Kind { get; private set; } = ArrivalKind.Scripted;
    internal long Cycle { get; private set; }
    internal long[] Starts { get; private set; } = [];
    internal double[] Rates { get; private set; } = [];
    internal Distribution? Interval { get; private set; }
    internal long[] Times { get; private set; } = [];
    internal double[] Batch { get; private set; } = [];
    internal List<StageBuilder> FirstStages { get; } = [];
    internal Dictionary<string, Func<TruckClass, double[]>> Shares { get; } = [];

    /// <summary>A Poisson process of constant rate.</summary>
    public SourceBuilder Poisson(double perHour) => Poisson(SimDuration.FromHours(1), [(SimDuration.Zero, perHour)]);

    /// <summary>A non-homogeneous Poisson process with a rate that is constant between steps and repeats every cycle, sampled exactly by inversion.</summary>
    /// <param name="cycle">Length of the cycle.</param>
    /// <param name="steps">Start of each step and its rate per hour, ascending from 0.</param>
    /// <param name="repeats">False: arrivals stop after one cycle.</param>
    public SourceBuilder Poisson(SimDuration cycle, IReadOnlyList<(SimDuration Start, double PerHour)> steps, bool repeats = true)
    {
        if (steps.Count == 0 || steps[0].Start.Milliseconds != 0) throw new ArgumentException($"Source '{Name}': rates start at 0.", nameof(steps));
        if (steps.Any(s => !(s.PerHour >= 0) || double.IsInfinity(s.PerHour))) throw new ArgumentException($"Source '{Name}': a rate is negative or not a number.", nameof(steps));
        Comes(ArrivalKind.Poisson);
        Starts = [.. steps.Select(s => s.Start.Milliseconds), cycle.Milliseconds];
        for (int i = 1; i < Starts.Length; i++)
            if (Starts[i] <= Starts[i - 1]) throw new ArgumentException($"Source '{Name}': rate steps must ascend within the cycle.", nameof(steps));
        Rates = [.. steps.Select(s => s.PerHour / SimDuration.MillisecondsPerHour)];
        Cycle = repeats ? cycle.Milliseconds : 0;
        if (Rates.All(r => r == 0)) Kind = ArrivalKind.Scripted;
        return this;
    }

    /// <summary>Independent intervals of one distribution, the first from the start.</summary>
    public SourceBuilder Renewal(Distribution interval)
    {
        Comes(ArrivalKind.Renewal);
        Interval = interval;
        return this;
    }

    /// <summary>Arrivals at given instants, ascending; the same instant several times for several trucks.</summary>
    public SourceBuilder At(params SimTime[] times)
    {
        Comes(ArrivalKind.Scripted);
        Times = [.. times.Select(t => t.Milliseconds)];
        if (!Times.SequenceEqual(Times.Order())) throw new ArgumentException($"Source '{Name}': instants must ascend.", nameof(times));
        return this;
    }

    /// <summary>Trucks already there at the start: all of a closed network, or a warm start.</summary>
    public SourceBuilder AtStart(int trucks) => At([.. Enumerable.Repeat(SimTime.Zero, trucks)]);

    /// <summary>A source told twice how its trucks come would forget the first: two streams are two sources.</summary>
    private void Comes(ArrivalKind kind)
    {
        if (told) throw new ArgumentException($"Source '{Name}' has been told already how its trucks come; declare a second source to the same stage.");
        told = true;
        Kind = kind;
    }

    /// <summary>Each arrival brings 1, 2, … trucks with these probabilities.</summary>
    public SourceBuilder Batches(params double[] shares)
    {
        if (Math.Abs(shares.Sum() - 1) > 1e-9) throw new ArgumentException($"Source '{Name}': batch shares must sum to 1.", nameof(shares));
        double sum = 0;
        Batch = [.. shares.Select(p => sum += p)];
        return this;
    }

    /// <summary>Shares of an attribute's values for this source's trucks.</summary>
    public SourceBuilder With(string attribute, params double[] shares) => With(attribute, _ => shares);

    /// <summary>Shares of an attribute's values that depend on attributes declared before it.</summary>
    public SourceBuilder With(string attribute, Func<TruckClass, double[]> shares)
    {
        Shares[attribute] = shares;
        return this;
    }

    /// <summary>The journey: the procedures of these stages one after the other. In a network of one procedure trucks begin at the stage given.</summary>
    public SourceBuilder To(params StageBuilder[] firstStages)
    {
        FirstStages.AddRange(firstStages);
        return this;
    }
}

/// <summary>Describes a disturbance: while it lasts, service begun at its stations takes longer.</summary>
public sealed class DisturbanceBuilder
{
    internal DisturbanceBuilder(string name) => Name = name;

    internal string Name { get; }
    internal List<(StationBuilder Station, double Factor)> Stations { get; } = [];
    internal Distribution? Up { get; private set; }
    internal Distribution? Down { get; private set; }
    internal (long, long)[]? Script { get; private set; }

    /// <summary>Stations hit, and the factor on their service times; others may be hit with another factor.</summary>
    public DisturbanceBuilder Slows(double factor, params StationBuilder[] stations)
    {
        foreach (StationBuilder station in stations) Stations.Add((station, factor));
        return this;
    }

    /// <summary>Comes and goes at random.</summary>
    public DisturbanceBuilder AtRandom(Distribution between, Distribution length)
    {
        Up = between;
        Down = length;
        return this;
    }

    /// <summary>Comes and goes at given times.</summary>
    public DisturbanceBuilder At(params (SimTime From, SimTime To)[] script)
    {
        Script = [.. script.Select(s => (s.From.Milliseconds, s.To.Milliseconds))];
        return this;
    }
}
