using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Network;

/// <summary>
/// Describes a network of sources, stations, stages and ways out, and compiles it to a <see cref="NetworkModel"/>.
/// The corridor, the performance model and every known answer are built with it.
/// </summary>
/// <example>
/// An M/M/2 station:
/// <code>
/// var b = new NetworkBuilder();
/// var desk = b.Station("desk").Servers(2);
/// var service = b.Stage("service", desk, Distribution.Exponential(TimeSpan.FromMinutes(10)));
/// b.Source("trucks").Poisson(perHour: 10).To(service);
/// RunResult result = Replication.Run(b.Build(), new RunOptions { WarmUp = …, Length = … });
/// </code>
/// </example>
public sealed class NetworkBuilder
{
    internal readonly List<(string Name, string[] Values, Func<TruckClass, double[]> Shares)> Attributes = [];
    internal readonly List<StationBuilder> Stations = [];
    internal readonly List<StageBuilder> Stages = [];
    internal readonly List<ProcedureBuilder> Procedures = [];
    internal readonly List<SourceBuilder> Sources = [];
    internal readonly List<DisturbanceBuilder> Disturbances = [];
    internal readonly List<(string Name, StationBuilder[] Members)> Lines = [];

    /// <summary>Declares an attribute of trucks with the share of each value; a source may set its own.</summary>
    public NetworkBuilder Attribute(string name, params (string Value, double Share)[] values)
    {
        double[] shares = [.. values.Select(v => v.Share)];
        return Attribute(name, [.. values.Select(v => v.Value)], _ => shares);
    }

    /// <summary>Declares an attribute whose shares depend on attributes declared before it.</summary>
    public NetworkBuilder Attribute(string name, string[] values, Func<TruckClass, double[]> shares)
    {
        if (values.Length == 0) throw new ArgumentException($"Attribute '{name}' has no values.", nameof(values));
        if (Attributes.Any(a => a.Name == name)) throw new ArgumentException($"Attribute '{name}' is declared twice.", nameof(name));
        Attributes.Add((name, values, shares));
        return this;
    }

    /// <summary>Declares a station: servers with a queue.</summary>
    public StationBuilder Station(string name)
    {
        if (Stations.Any(s => s.Name == name)) throw new ArgumentException($"Station '{name}' is declared twice.", nameof(name));
        var station = new StationBuilder(name, Stations.Count);
        Stations.Add(station);
        return station;
    }

    /// <summary>A line over several stations: extra staff and routes may watch its length.</summary>
    public LineBuilder Line(string name, params StationBuilder[] members)
    {
        Lines.Add((name, members));
        return new LineBuilder(Lines.Count - 1);
    }

    /// <summary>Declares a procedure, one leg of a journey. A network that names none has one, called <c>main</c>.</summary>
    public ProcedureBuilder Procedure(string name)
    {
        if (Procedures.Any(p => p.Name == name)) throw new ArgumentException($"Procedure '{name}' is declared twice.", nameof(name));
        var procedure = new ProcedureBuilder(this, name, Procedures.Count);
        Procedures.Add(procedure);
        return procedure;
    }

    /// <summary>A stage of the main procedure, served at a station.</summary>
    public StageBuilder Stage(string name, StationBuilder station, Distribution service) => Main.Stage(name, station, service);

    /// <summary>A delay without servers, in the main procedure.</summary>
    public StageBuilder Delay(string name, Distribution length, TimePart part = TimePart.Move) => Main.Delay(name, length, part);

    /// <summary>A point of the main procedure that takes no time: a branch or a stamp.</summary>
    public StageBuilder Pass(string name) => Main.Pass(name);

    /// <summary>A way out of the network in the main procedure, counted under its name.</summary>
    public StageBuilder Exit(string name) => Main.Exit(name);

    /// <summary>Declares a source of trucks.</summary>
    public SourceBuilder Source(string name)
    {
        if (Sources.Any(s => s.Name == name)) throw new ArgumentException($"Source '{name}' is declared twice.", nameof(name));
        var source = new SourceBuilder(name);
        Sources.Add(source);
        return source;
    }

    /// <summary>Declares a disturbance that slows stations down while it lasts.</summary>
    public DisturbanceBuilder Disturbance(string name)
    {
        if (Disturbances.Any(d => d.Name == name)) throw new ArgumentException($"Disturbance '{name}' is declared twice.", nameof(name));
        var disturbance = new DisturbanceBuilder(name);
        Disturbances.Add(disturbance);
        return disturbance;
    }

    /// <summary>Compiles the network.</summary>
    /// <exception cref="ArgumentException">Something is missing or contradictory; the message names it.</exception>
    public NetworkModel Build() => new NetworkCompiler(this).Compile();

    private ProcedureBuilder Main => Procedures.Count > 0 ? Procedures[0] : Procedure("main");
}

/// <summary>A line whose length can be watched.</summary>
/// <param name="Index">Its number.</param>
public sealed record LineBuilder(int Index);
