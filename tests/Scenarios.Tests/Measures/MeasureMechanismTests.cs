using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Measures;

/// <summary>
/// What each measure does to the shipped corridor, truck by truck. Service is told from waiting here: a wait changes wherever a line does, but the time an officer takes for
/// one truck must change only where the measure says, and only for the trucks it says.
/// </summary>
public class MeasureMechanismTests
{
    private const long Hour = SimDuration.MillisecondsPerHour;

    // Without its own random outages, whose slowdown depends on when a service begins.
    private static readonly CorridorModel Baseline = Shipped.Folder.Baselines[0].Model with { Posts = [.. Shipped.Folder.Baselines[0].Model.Posts.Select(p => p with { Outage = null })] };
    private static readonly Lazy<Observed> Usual = new(() => new Observed(Baseline));

    /// <summary>Measure, with the stages at which single services get shorter, and those that fewer trucks visit; none for neither.</summary>
    public static TheoryData<string, StageKind[], StageKind[]> Mechanisms { get; } = new()
    {
        { "ElectronicDocuments", [StageKind.Customs], [] },
        { "AdvanceDeclaration", [StageKind.Gate, StageKind.Customs], [StageKind.Payment] },
        { "AdvanceEmptyUnits", [StageKind.Customs], [] },
        { "SimplifiedMsmeDeclaration", [StageKind.Customs], [] },
        { "MigratoryPreCheck", [StageKind.Migration], [] },
        { "RiskManagement", [], [StageKind.Review, StageKind.Scan, StageKind.Inspection] },
        { "AuthorizedEconomicOperator", [], [StageKind.Scan, StageKind.Inspection] },
        { "SanitaryHarmonization", [StageKind.Sps], [StageKind.SpsInspection, StageKind.Laboratory] },
        { "CoordinatedBorderManagement", [], [StageKind.Inspection] },
        { "Maintenance", [], [] },
        { "SmartBorder", [StageKind.Gate], [StageKind.Inspection] },
        { "Infrastructure", [], [] },
        { "PerishablePriority", [], [] },
        { "FlowSegmentation", [], [] },
        { "TravellerDeclaration", [], [] },
        { "ScheduleHarmonization", [], [] },
        { "Training", [.. Enum.GetValues<StageKind>().Where(k => k != StageKind.Laboratory)], [] },
        { "ContingencyProtocols", [], [] },
    };

    [Fact]
    public void Every_measure_is_here() => Assert.Equal(MeasureCatalog.Names, Mechanisms.Select(m => m[0]));

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void Single_services_and_visits_change_where_the_mechanism_says_and_nowhere_else(string name, StageKind[] shorter, StageKind[] fewer)
    {
        Observed usual = Usual.Value, now = new(MeasureCatalog.Apply(Baseline, [Full(name)]).Model);
        var lengths = Enum.GetValues<StageKind>().ToDictionary(k => k, _ => (Shorter: 0, Longer: 0));
        foreach ((Visit visit, long before) in usual.Services)
        {
            if (!now.Services.TryGetValue(visit, out long after)) continue;
            // A machine that stops keeps its truck: that is no longer service of the truck, but it cannot be told from outside.
            if (Math.Abs(after - before) <= 1 || visit.Kind == StageKind.Scan) continue;
            lengths[visit.Kind] = after < before ? (lengths[visit.Kind].Shorter + 1, lengths[visit.Kind].Longer) : (lengths[visit.Kind].Shorter, lengths[visit.Kind].Longer + 1);
            Assert.True(shorter.Contains(visit.Kind), $"{name}: {visit} took {before} ms and takes {after} ms");
            Assert.True(after < before, $"{name}: {visit} took {before} ms and takes {after} ms");
            Assert.True(Concerns(name, visit, usual), $"{name} is not about {visit}");
        }
        Assert.All(shorter.Where(k => k != StageKind.Scan), k => Assert.True(lengths[k].Shorter > 20, $"{name} shortens {lengths[k].Shorter} services at {k}"));

        foreach (StageKind kind in Enum.GetValues<StageKind>())
        {
            // Trucks of journeys that both runs saw to their end.
            var then = usual.Visits(kind, now);
            var later = now.Visits(kind, usual);
            if (Redrawn(name, kind))
            {
                Assert.InRange(later.Count, (fewer.Contains(kind) ? 0.6 : 0.9) * then.Count, (fewer.Contains(kind) ? 0.95 : 1.1) * then.Count);
                continue;
            }
            Visit[] more = [.. later.Except(then).Where(v => !Becomes(name, v, usual))];
            Assert.True(more.Length == 0, $"{name}: {more.Length} trucks visit {kind} that did not, such as {more.FirstOrDefault()}");
            if (fewer.Contains(kind)) Assert.True(later.Count < then.Count, $"{name}: {later.Count} trucks visit {kind} after {then.Count}");
            else Assert.True(then.Except(later).Count() == 0, $"{name}: {then.Except(later).Count()} trucks do not visit {kind} any more");
        }
    }

    [Fact]
    public void A_single_control_takes_the_stop_at_the_entry_sides_migration_and_no_other()
    {
        MeasureApplication use = Full("MigratoryPreCheck");
        Observed now = new(MeasureCatalog.Apply(Baseline, [use with { Parameters = new Dictionary<string, ParameterValue> { ["single-control"] = new ParameterValue.Flag(true) } }]).Model);
        HashSet<Visit> then = Usual.Value.Visits(StageKind.Migration, now), later = now.Visits(StageKind.Migration, Usual.Value);
        Assert.Equal(then.Where(v => v.Role == SideRole.Exit), then.Intersect(later));
        Assert.Contains(then, v => v.Role == SideRole.Entry);
    }

    [Fact]
    public void Works_make_every_service_of_their_side_longer_by_the_work_lost_and_change_nothing_else()
    {
        MeasureApplication use = new("Infrastructure")
        {
            Posts = ["penas-blancas"], Countries = ["CR"],
            Parameters = new Dictionary<string, ParameterValue> { ["under-construction"] = new ParameterValue.Flag(true), ["construction-loss"] = new ParameterValue.Number(0.10) },
        };
        MeasureOutcome outcome = MeasureCatalog.Apply(Baseline, [use]);
        Assert.False(InForceLevels.Anywhere(outcome.Model.Post("penas-blancas").Side(Direction.S2N, SideRole.Exit), "Infrastructure"));
        Assert.Contains(outcome.Notes, n => n.Text.En.Contains("10 % of all staff's work is lost", StringComparison.Ordinal));
        Observed now = new(outcome.Model);
        int changed = 0;
        foreach ((Visit visit, long before) in Usual.Value.Services)
        {
            if (!now.Services.TryGetValue(visit, out long after) || visit.Kind == StageKind.Scan) continue;
            bool here = visit.Post == 3 && visit.Country == "CR" && visit.Kind != StageKind.Laboratory;
            Assert.InRange(after, (here ? before / 0.9 : before) - 2, (here ? before / 0.9 : before) + 2);
            if (here) changed++;
        }
        Assert.True(changed > 2000, $"{changed}");
    }

    [Theory]
    [InlineData("PerishablePriority")]
    [InlineData("FlowSegmentation")]
    public void A_lane_moves_its_trucks_forward_at_the_cost_of_others(string name)
    {
        // The line of Peñas Blancas northbound is long: who has a lane waits less before the gate, general cargo does not.
        Observed usual = Usual.Value, now = new(MeasureCatalog.Apply(Baseline, [Full(name)]).Model);
        double Wait(Observed run, CargoClass cargo) => run.Legs.Where(l => l.Post == 3 && l.Direction == Direction.S2N && l.Role == SideRole.Exit && l.Cargo == cargo && !l.Empty).Average(l => (double)l.Queue) / Hour;
        Assert.True(Wait(now, CargoClass.Perishable) < Wait(usual, CargoClass.Perishable) - 0.5, $"{Wait(usual, CargoClass.Perishable):0.0} → {Wait(now, CargoClass.Perishable):0.0}");
        Assert.True(Wait(now, CargoClass.General) > Wait(usual, CargoClass.General), $"{Wait(usual, CargoClass.General):0.0} → {Wait(now, CargoClass.General):0.0}");
    }

    [Fact]
    public void Contingency_protocols_without_a_disturbance_change_no_bit_and_say_so()
    {
        MeasureOutcome outcome = MeasureCatalog.Apply(Baseline, [Full("ContingencyProtocols")]);
        Assert.Equal(20, outcome.Notes.Count(n => n.Kind == NoteKind.NothingToChange && n.Text.En.Contains("changes nothing", StringComparison.Ordinal)));
        Assert.Equal(Usual.Value.Fingerprint, new Observed(outcome.Model).Fingerprint);
    }

    /// <summary>The measure with everything it can do switched on.</summary>
    private static MeasureApplication Full(string name) => new(name)
    {
        Parameters = name == "AuthorizedEconomicOperator" ? new Dictionary<string, ParameterValue> { ["mutual-recognition"] = new ParameterValue.Flag(true) } : new Dictionary<string, ParameterValue>(),
    };

    /// <summary>Whether a measure is about a truck that makes a visit.</summary>
    private static bool Concerns(string name, Visit visit, Observed run) => name switch
    {
        "ElectronicDocuments" => !run.Of(visit).Empty,
        "AdvanceDeclaration" => !run.Of(visit).Empty,
        "AdvanceEmptyUnits" => run.Of(visit).Empty,
        "SimplifiedMsmeDeclaration" => run.Of(visit).Msme,
        "SanitaryHarmonization" => visit.Role == SideRole.Entry,
        _ => true,
    };

    /// <summary>
    /// Where a measure has other trucks seen, as many or fewer. Red and yellow lie side by side on one draw: with less red, the yellow band begins lower on it.
    /// A joint inspection takes one draw for both agencies.
    /// </summary>
    private static bool Redrawn(string name, StageKind kind) =>
        (name is "RiskManagement" or "AuthorizedEconomicOperator" && kind == StageKind.Review) || (name == "CoordinatedBorderManagement" && kind == StageKind.SpsInspection);

    /// <summary>Visits a measure may add: a scanner sees trucks that were examined by hand.</summary>
    private static bool Becomes(string name, Visit visit, Observed usual) => name == "SmartBorder" && visit.Kind == StageKind.Scan && usual.Saw(visit with { Kind = StageKind.Inspection });

    /// <summary>One truck at one stage of one side.</summary>
    private sealed record Visit(string Source, long Ordinal, int Post, Direction Direction, SideRole Role, string Country, StageKind Kind);

    /// <summary>One leg as it ended.</summary>
    private sealed record EndedLeg(int Post, Direction Direction, SideRole Role, CargoClass Cargo, bool Empty, long Queue);

    /// <summary>Two weeks of a corridor, the second one measured, told event by event.</summary>
    private sealed class Observed : RunObserver
    {
        private readonly CorridorNetwork corridor;
        private readonly Dictionary<(int, long, int), long> open = [];
        private readonly Dictionary<(string, long), (bool Empty, bool Msme)> trucks = [];
        private readonly HashSet<Visit> visited = [];
        private readonly HashSet<(string, long, int, SideRole)> ended = [];

        public Observed(CorridorModel model)
        {
            SimDuration warmUp = SimDuration.FromDays(7);
            corridor = CorridorCompiler.Compile(model, warmUp);
            RunResult result = Replication.Run(corridor.Network, new RunOptions { Seed = 11, WarmUp = warmUp, Length = SimDuration.FromDays(7) }, this);
            Assert.Empty(result.LittleViolations);
            Fingerprint = result.Fingerprint;
        }

        public ulong Fingerprint { get; }
        public Dictionary<Visit, long> Services { get; } = [];
        public List<EndedLeg> Legs { get; } = [];
        public override bool WantsTrace => true;

        public bool Saw(Visit visit) => visited.Contains(visit);

        public (bool Empty, bool Msme) Of(Visit visit) => trucks[(visit.Source, visit.Ordinal)];

        /// <summary>Visits to a kind of stage by trucks that left the side in both runs.</summary>
        public HashSet<Visit> Visits(StageKind kind, Observed other) =>
            [.. visited.Where(v => v.Kind == kind && Left(v) && other.Left(v))];

        public override void Traced(in TraceRecord r)
        {
            if (r.Kind is not (TraceKind.Start or TraceKind.End) || r.Row < 0 || r.Source < 0 || corridor.Stages[r.Row] is not { } stage || corridor.Streams[r.Source].Background) return;
            // A point where a channel is assigned, or the approach road, is no service.
            if (r.Station >= 0 && corridor.Stations[r.Station].Lane is "approach" or "depot") return;
            if (r.Kind == TraceKind.Start)
            {
                open[(r.Source, r.Ordinal, r.Row)] = r.Time;
                return;
            }
            if (!open.Remove((r.Source, r.Ordinal, r.Row), out long start)) return;
            string source = corridor.Network.SourceNames[r.Source];
            var visit = new Visit(source, r.Ordinal, stage.PostIndex, stage.Direction, stage.Role, stage.Country, stage.Kind);
            visited.Add(visit);
            Services[visit] = r.Time - start;
            trucks[(source, r.Ordinal)] = (corridor.Streams[r.Source].Empty, corridor.Network.Classes[r.ClassIndex].Is("msme", "yes"));
        }

        public override void LegEnded(in LegRecord leg)
        {
            LegMeaning meaning = corridor.Legs[leg.Procedure];
            ended.Add((corridor.Network.SourceNames[leg.Track.Source], leg.Track.Ordinal, meaning.PostIndex, meaning.Role));
            if (leg.Measured)
                Legs.Add(new EndedLeg(meaning.PostIndex, meaning.Direction, meaning.Role, Enum.Parse<CargoClass>(corridor.Network.Classes[leg.ClassIndex]["cargo"]), corridor.Streams[leg.Track.Source].Empty, leg.Track.Queue));
        }

        private bool Left(Visit v) => ended.Contains((v.Source, v.Ordinal, v.Post, v.Role));
    }
}
