using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>Compiles a <see cref="CorridorModel"/> to a network through the public builder.</summary>
public sealed class CorridorCompiler
{
    /// <summary>Trucks in a kilometre of queue (field-data T1.46: 120 trucks counted in 5 km at Peñas Blancas).</summary>
    public const int TrucksPerKilometre = 24;

    /// <summary>Name of the way out of trucks that cross elsewhere.</summary>
    public const string Diverted = "diverted";

    internal const string Cargo = "cargo";
    internal const string Aeo = "aeo";
    internal const string Msme = "msme";
    internal const string Yes = "yes";

    internal readonly NetworkBuilder Network = new();
    internal readonly CorridorModel Corridor;
    internal readonly SimDuration WarmUp;
    internal readonly DatedDays? Dates;
    internal readonly ArrivalRates Rates;
    internal readonly List<LegMeaning> Legs = [];
    internal readonly List<StreamMeaning> Streams = [];
    internal readonly List<StageMeaning?> Stages = [];
    internal readonly List<StationMeaning> Stations = [];
    private readonly Dictionary<(int Post, Direction, SideRole), SideCompiler> sides = [];
    private readonly Dictionary<(int Road, Direction), StageBuilder> roads = [];

    private CorridorCompiler(CorridorModel corridor, SimDuration warmUp, SimDuration length)
    {
        Corridor = corridor;
        WarmUp = warmUp;
        if (corridor.Period is not null) Dates = new DatedDays(corridor, warmUp, length);
        Rates = new ArrivalRates(corridor, Dates);
    }

    /// <summary>Compiles.</summary>
    /// <param name="corridor">The corridor.</param>
    /// <param name="warmUp">Warm-up of the runs it is meant for: disruptions and the period are dated from its end.</param>
    /// <param name="length">Length of their measured window, as far as it matters: how many dates a dated run may need; null for a year.</param>
    /// <exception cref="ArgumentException">The model is incomplete, or its period does not fit; the message names the place.</exception>
    public static CorridorNetwork Compile(CorridorModel corridor, SimDuration warmUp = default, SimDuration? length = null)
    {
        var compiler = new CorridorCompiler(corridor, warmUp, length ?? SimDuration.FromDays(366));
        compiler.Attributes();
        for (int p = 0; p < corridor.Posts.Count; p++)
            foreach (SideProcedure side in corridor.Posts[p].Sides) compiler.sides[(p, side.Direction, side.Role)] = new SideCompiler(compiler, p, side);
        foreach (SideCompiler side in compiler.sides.Values) side.CompileStations();
        compiler.Demand();
        DisruptionCompiler.Compile(compiler, compiler.sides.Values);
        while (compiler.Stages.Count < compiler.Network.Stages.Count) compiler.Stages.Add(null);
        return new CorridorNetwork
        {
            Corridor = corridor,
            Network = compiler.Network.Build(),
            Legs = compiler.Legs,
            Streams = compiler.Streams,
            Stages = compiler.Stages,
            Stations = compiler.Stations,
            FirstDay = compiler.Dates?.Epoch,
        };
    }

    internal ProcedureBuilder AddLeg(string name, LegMeaning meaning)
    {
        Legs.Add(meaning);
        return Network.Procedure(name);
    }

    internal void Mean(StageBuilder stage, StageMeaning meaning)
    {
        while (Stages.Count <= stage.Row) Stages.Add(null);
        Stages[stage.Row] = meaning;
    }

    internal SourceBuilder AddSource(string name, StreamMeaning meaning)
    {
        Streams.Add(meaning);
        return Network.Source(name);
    }

    internal SideCompiler Side(int post, Direction direction, SideRole role) =>
        sides.TryGetValue((post, direction, role), out SideCompiler? side) ? side
        : throw new ArgumentException($"Post '{Corridor.Posts[post].Id}' has no {role} side for {direction}.");

    /// <summary>First stages of the legs a truck goes through at a post: perhaps a decision to yield, the exit side, the entry side.</summary>
    internal IEnumerable<StageBuilder> Crossing(int post, Direction direction, Operation exit, Operation entry)
    {
        SideCompiler exitSide = Side(post, direction, SideRole.Exit);
        if (exitSide.Yield() is { } yields) yield return yields;
        yield return exitSide.Leg(exit, exit);
        yield return Side(post, direction, SideRole.Entry).Leg(entry, exit);
    }

    internal StageBuilder Road(int section, Direction direction)
    {
        if (roads.TryGetValue((section, direction), out StageBuilder? road)) return road;
        RoadSection r = Corridor.Roads[section];
        string name = $"road/{r.FromPost}–{r.ToPost}/{direction}";
        ProcedureBuilder leg = AddLeg(name, new LegMeaning(-1, direction, SideRole.Exit, "", Operation.Transit)).Measures(false, false, false);
        return roads[(section, direction)] = leg.Delay("travel", r.Travel).At(name);
    }

    private void Attributes()
    {
        string[] cargo = [.. Enum.GetNames<CargoClass>()];
        Demand d = Corridor.Demand;
        double[] shares = [.. Enum.GetValues<CargoClass>().Select(c => d.CargoShares.GetValueOrDefault(c))];
        shares[(int)CargoClass.General] = 1 - shares.Skip(1).Sum();
        Network.Attribute(Cargo, cargo, _ => shares);
        Network.Attribute(Aeo, ("no", 1 - d.AeoShare), (Yes, d.AeoShare));
        Network.Attribute(Msme, ("no", 1 - d.MsmeShare), (Yes, d.MsmeShare));
    }

    private void Demand()
    {
        foreach (LoadedStream stream in Corridor.Demand.Loaded) AddDemand($"{stream.Origin}>{stream.Destination}", stream);
        foreach (EmptyStream stream in Corridor.Demand.Empty) AddEmpty(stream);
    }

    private void AddDemand(string name, LoadedStream stream)
    {
        int from = CountryIndex(stream.Origin);
        int to = CountryIndex(stream.Destination);
        if (from == to) throw new ArgumentException($"Stream {name} goes nowhere.");
        Direction direction = from < to ? Direction.N2S : Direction.S2N;
        int first = direction == Direction.N2S ? from : from - 1;
        int last = direction == Direction.N2S ? to - 1 : to;
        int step = direction == Direction.N2S ? 1 : -1;
        var journey = new List<StageBuilder>();
        for (int p = first; p != last + step; p += step)
        {
            Operation exit = p == first ? Operation.Export : Operation.Transit;
            Operation entry = p == last ? Operation.Import : Operation.Transit;
            journey.AddRange(Crossing(p, direction, exit, entry));
            if (p != last) journey.Add(Road(direction == Direction.N2S ? p : p - 1, direction));
        }
        var meaning = new StreamMeaning(stream.Origin, stream.Destination, false, false);
        AddStream(name, meaning, stream.PerDay, stream.Origin, stream.Hours, Corridor.Posts[first], s => s.To([.. journey]));
    }

    private void AddEmpty(EmptyStream stream)
    {
        int p = Enumerable.Range(0, Corridor.Posts.Count).First(i => Corridor.Posts[i].Id == stream.Post);
        BorderPost post = Corridor.Posts[p];
        string origin = post.CountryOf(stream.Direction, SideRole.Exit);
        StageBuilder[] journey = [.. Crossing(p, stream.Direction, Operation.Empty, Operation.Empty)];
        var meaning = new StreamMeaning(origin, post.CountryOf(stream.Direction, SideRole.Entry), true, false);
        double[] general = [.. Enum.GetValues<CargoClass>().Select(c => c == CargoClass.General ? 1.0 : 0)];
        AddStream($"empty/{stream.Post}/{stream.Direction}", meaning, stream.PerDay, origin, null, post, s => s.To(journey).With(Cargo, general).With(Aeo, 1, 0).With(Msme, 1, 0));
    }

    /// <summary>The stream itself, and what a year's growth or a surge adds, as streams of their own: the trucks of the first stay the same trucks.</summary>
    private void AddStream(string name, StreamMeaning meaning, double perDay, string origin, IReadOnlyList<double>? hours, BorderPost firstPost, Action<SourceBuilder> shape)
    {
        if (perDay == 0) return;
        double kept = 1 - firstPost.DiversionShare;
        // Less demand than the streams say thins them; more is a stream of its own.
        shape(Rates.Usual(AddSource(name, meaning), perDay * kept * (1 + Math.Min(0, Corridor.Demand.Added)), origin, hours));
        if (Corridor.Demand.Added > 0) shape(Rates.Usual(AddSource(name + "/added", meaning), perDay * kept * Corridor.Demand.Added, origin, hours));
        int n = 0;
        foreach (Disruption surge in Corridor.Disruptions.Where(d => d.Kind == DisruptionKind.Surge))
        {
            n++;
            (SimTime from, SimTime to) = DisruptionCompiler.Window(this, surge);
            if (to <= from || (surge.Post != null && surge.Post != firstPost.Id) || (surge.Cargo != null && meaning.Empty)) continue;
            SourceBuilder added = Rates.Within(AddSource($"{name}/surge-{n}", meaning), perDay * kept * (1 + Corridor.Demand.Added) * surge.Intensity, origin, from, to, hours);
            shape(added);
            if (surge.Cargo is { } cargo) added.With(Cargo, [.. Enum.GetValues<CargoClass>().Select(c => c == cargo ? 1.0 : 0)]);
        }
    }

    private int CountryIndex(string country)
    {
        for (int i = 0; i < Corridor.Posts.Count; i++)
            if (Corridor.Posts[i].North == country) return i;
        return Corridor.Posts[^1].South == country ? Corridor.Posts.Count : throw new ArgumentException($"Country '{country}' is at no post of the corridor.");
    }
}
