using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>Starting from what was seen: known answers for what is left of a service, through the engine.</summary>
public class ObservedStartTests
{
    private const int Replications = 4000;

    private static TimeSpan Minutes(double n) => TimeSpan.FromMinutes(n);

    private static SimTime At(double minutes) => SimTime.FromHours(minutes / 60);

    private static ObservedTruck Seen(string stage, Standing standing, double since, string source = "s") =>
        new() { Source = source, At = new ObservedPlace { Procedure = "main", Stage = stage, Standing = standing, Since = At(since) } };

    private static RunOptions Run(int replication) => new() { Seed = RichNetwork.Seed, Replication = replication, Length = SimDuration.FromHours(1) };

    private static NetworkModel OneStation(Distribution service, Action<StationBuilder>? shape = null)
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk");
        shape?.Invoke(desk);
        b.Source("s").To(b.Stage("serve", desk, service));
        return b.Build();
    }

    /// <summary>Minutes from the observation to the end of each truck's leg, over many replications: mean, standard error.</summary>
    private static (double Mean, double Error) Rest(NetworkModel model, ObservedStart start, long ordinal = 0)
    {
        var rests = new double[Replications];
        for (int r = 0; r < Replications; r++)
        {
            var legs = new Legs(trace: false);
            Replication run = Replication.Observe(model, Run(r) with { DrainLimit = SimDuration.FromDays(30) }, start with { MeasurePresent = true }, legs);
            run.RunToEnd();
            Assert.Empty(run.Result().LittleViolations);
            rests[r] = (legs.Ended.Single(l => l.Ordinal == ordinal).End - start.Time.Milliseconds) / 60000.0;
        }
        double mean = rests.Average();
        return (mean, Math.Sqrt(rests.Sum(x => (x - mean) * (x - mean)) / (Replications - 1.0) / Replications));
    }

    private static void IsMean(double expected, (double Mean, double Error) seen) =>
        Assert.True(Math.Abs(seen.Mean - expected) <= 4.5 * seen.Error + 1e-4, $"mean {seen.Mean} ± {seen.Error}, expected {expected}");

    private static ObservedStart Serving(double elapsed) => new() { Time = At(100), Trucks = [Seen("serve", Standing.InService, 100 - elapsed)] };

    [Fact]
    public void What_is_left_of_an_exponential_service_has_the_same_mean() => IsMean(10, Rest(OneStation(Distribution.Exponential(Minutes(10))), Serving(25)));

    [Fact]
    public void What_is_left_of_a_uniform_service_of_0_to_10_after_4_has_mean_3() => IsMean(3, Rest(OneStation(Distribution.Uniform(Minutes(0), Minutes(10))), Serving(4)));

    [Fact]
    public void What_is_left_of_a_fixed_service_of_10_after_4_is_6() => Assert.Equal((6.0, 0.0), Rest(OneStation(Distribution.Deterministic(Minutes(10))), Serving(4)));

    [Fact]
    public void A_fixed_service_that_is_overdue_ends_now() => Assert.Equal((0.0, 0.0), Rest(OneStation(Distribution.Deterministic(Minutes(10))), Serving(14)));

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(120)]
    public void What_is_left_of_a_lognormal_service_has_the_mean_of_the_survival_integral(double elapsed)
    {
        // Median 30, sigma 0.8: mean residual = ∫ S(t) dt from the elapsed time on, over S at it.
        const double sigma = 0.8;
        double Survival(double t) => 0.5 * MathNet.Numerics.SpecialFunctions.Erfc((Math.Log(t) - Math.Log(30)) / sigma / Math.Sqrt(2));
        double integral = MathNet.Numerics.Integration.GaussLegendreRule.Integrate(x => Survival(Math.Exp(x)) * Math.Exp(x), Math.Log(elapsed), Math.Log(30) + 12 * sigma, 256);
        double cv = Math.Sqrt(Math.Exp(sigma * sigma) - 1);
        IsMean(integral / Survival(elapsed), Rest(OneStation(Distribution.Lognormal(Minutes(30 * Math.Exp(sigma * sigma / 2)), cv)), Serving(elapsed)));
    }

    [Fact]
    public void A_delay_seen_under_way_is_conditioned_like_a_service()
    {
        var b = new NetworkBuilder();
        b.Source("s").To(b.Delay("drive", Distribution.Uniform(Minutes(0), Minutes(10))));
        IsMean(3, Rest(b.Build(), new ObservedStart { Time = At(100), Trucks = [Seen("drive", Standing.Delayed, 96)] }));
    }

    [Fact]
    public void The_queue_is_served_in_the_order_seen_and_the_wait_so_far_counts()
    {
        NetworkModel model = OneStation(Distribution.Deterministic(Minutes(10)));
        ObservedTruck Waits(long ordinal, double since, int? order) => Seen("serve", Standing.Queued, since) is var t ? t with { Ordinal = ordinal, At = t.At with { Order = order } } : t;
        var start = new ObservedStart { Time = At(100), MeasurePresent = true, Trucks = [Waits(1, 95, null), Waits(2, 90, null), Waits(3, 99, 0), Seen("serve", Standing.InService, 93) with { Ordinal = 0 }] };
        var legs = new Legs(trace: false);
        Replication run = Replication.Observe(model, Run(0), start, legs);
        run.RunToEnd();
        // 3 is first because it was seen first; then by when they joined.
        Assert.Equal([(0, 103), (3, 113), (2, 123), (1, 133)], legs.Ended.Select(l => ((int)l.Ordinal, (int)(l.End / 60000))));
        Legs.Leg two = legs.Ended.Single(l => l.Ordinal == 2);
        Assert.Equal(new Legs.Split(10 * 60000, 0, 0, 0, 23 * 60000, 0), two.Split);
        Assert.Equal(10 * 60000, legs.Ended.Single(l => l.Ordinal == 0).Split.Service);
        Assert.Empty(run.Result().LittleViolations);
    }

    [Fact]
    public void Waiting_before_the_observation_is_split_by_the_calendar_as_it_was()
    {
        // Open from minute 60 of each two hours; a truck has waited since minute 30, seen at 75, served from 90.
        CapacityCalendar calendar = CapacityCalendar.Steps(2 * SimDuration.MillisecondsPerHour, (SimTime.Zero, 0), (At(60), 1));
        NetworkModel model = OneStation(Distribution.Deterministic(Minutes(20)), s => s.Scheduled(calendar));
        var start = new ObservedStart { Time = At(75), MeasurePresent = true, Trucks = [Seen("serve", Standing.InService, 70), Seen("serve", Standing.Queued, 30)] };
        var legs = new Legs(trace: false);
        Replication.Observe(model, Run(0), start, legs).RunToEnd();
        Assert.Equal(new Legs.Split(20 * 60000, 0, 30 * 60000, 0, 30 * 60000, 0), legs.Ended.Single(l => l.Ordinal == 1).Split);
    }

    [Fact]
    public void Whoever_could_be_served_at_once_is_and_calendars_stand_at_wall_time()
    {
        CapacityCalendar calendar = CapacityCalendar.Steps(2 * SimDuration.MillisecondsPerHour, (SimTime.Zero, 3), (At(60), 1));
        NetworkModel model = OneStation(Distribution.Deterministic(Minutes(20)), s => s.Scheduled(calendar));
        ObservedTruck queued = Seen("serve", Standing.Queued, 130);
        Assert.Equal([150, 150, 150, 170], Ends(130));
        Assert.Equal([211, 231, 251, 260], Ends(191));

        int[] Ends(double minute)
        {
            var legs = new Legs(trace: false);
            Replication.Observe(model, Run(0), new ObservedStart { Time = At(minute), MeasurePresent = true, Trucks = [queued, queued, queued, queued] }, legs).RunToEnd();
            return [.. legs.Ended.Select(l => (int)(l.End / 60000)).Order()];
        }
    }

    [Fact]
    public void Attributes_unknown_are_drawn_given_those_known()
    {
        var b = new NetworkBuilder();
        b.Attribute("cargo", ("general", 0.6), ("perishable", 0.4));
        b.Attribute("aeo", ["no", "yes"], c => c.Is("cargo", "general") ? [0.9, 0.1] : [0.2, 0.8]);
        b.Source("s").To(b.Stage("serve", b.Station("desk"), Distribution.Exponential(Minutes(5))));
        NetworkModel model = b.Build();
        ObservedTruck truck = Seen("serve", Standing.Queued, 1) with { Attributes = new Dictionary<string, string> { ["aeo"] = "yes" } };
        var start = new ObservedStart { Time = At(2), Trucks = [.. Enumerable.Repeat(truck, Replications)] };
        CorridorState state = start.ToState(model, Run(0));
        Assert.All(state.Trucks, t => Assert.Equal("yes", t.Class["aeo"]));
        // Bayes: 0.4 · 0.8 / (0.4 · 0.8 + 0.6 · 0.1) = 0.842.
        double share = state.Trucks.Count(t => t.Class["cargo"] == "perishable") / (double)Replications;
        Assert.InRange(share, 0.8421 - 4.5 * Math.Sqrt(0.8421 * 0.1579 / Replications), 0.8421 + 4.5 * Math.Sqrt(0.8421 * 0.1579 / Replications));
        // Nothing known: as the engine draws arrivals of the same identity.
        CorridorState free = (start with { Trucks = [.. start.Trucks.Select(t => t with { Attributes = new Dictionary<string, string>() })] }).ToState(model, Run(0));
        Assert.InRange(free.Trucks.Count(t => t.Class["cargo"] == "perishable") / (double)Replications, 0.36, 0.44);
    }

    [Fact]
    public void A_truck_that_waits_for_its_declaration_gets_what_is_left_of_it()
    {
        var b = new NetworkBuilder();
        var track = new DocumentTrack("d", _ => 0.5, Distribution.Exponential(Minutes(30)), _ => Distribution.Exponential(Minutes(60)), CapacityCalendar.Constant(1));
        ProcedureBuilder p = b.Procedure("main");
        StageBuilder lodge = p.Lodge("lodge", track);
        StageBuilder gate = p.Stage("gate", b.Station("gate").Servers(100), Distribution.Deterministic(Minutes(5)));
        StageBuilder wait = p.AwaitDocuments("wait");
        lodge.Then(gate);
        gate.Then(wait);
        wait.Then(p.Pass("out"));
        b.Source("s").To(lodge);
        NetworkModel model = b.Build();
        // Lodged at whatever time: the work left is exponential again.
        ObservedTruck waits = Seen("wait", Standing.AwaitingDocuments, 80) with { LegStart = At(60), Stamps = new Dictionary<int, SimTime> { [1] = At(75) } };
        (double Mean, double Error) rest = Rest(model, new ObservedStart { Time = At(100), Trucks = [waits] });
        IsMean(60, rest);
        // At the gate with the declaration accepted: goes through; not accepted: at least the rest; unknown: in between.
        ObservedTruck gated = Seen("gate", Standing.InService, 98) with { LegStart = At(60) };
        Assert.Equal((3.0, 0.0), Rest(model, new ObservedStart { Time = At(100), Trucks = [gated with { Declaration = DeclarationStatus.Accepted }] }));
        // max(3, exponential 60): 3 + 60 e^(−3/60).
        IsMean(3 + 60 * Math.Exp(-0.05), Rest(model, new ObservedStart { Time = At(100), Trucks = [gated with { Declaration = DeclarationStatus.NotAccepted }] }));
        double unknown = Rest(model, new ObservedStart { Time = At(100), Trucks = [gated] }).Mean;
        Assert.InRange(unknown, 5, 50);
        // All the time is on the books.
        var legs = new Legs(trace: false);
        Replication.Observe(model, Run(1), new ObservedStart { Time = At(100), Trucks = [waits], MeasurePresent = true }, legs).RunToEnd();
        Legs.Leg leg = legs.Ended.Single();
        Assert.Equal(At(60).Milliseconds, leg.Start);
        Assert.Equal(leg.End - At(80).Milliseconds, leg.Split.Documents);
        Assert.Equal(20 * 60000, leg.Split.Queue);
    }

    [Fact]
    public void Blocked_trucks_and_side_tasks_go_on_as_seen()
    {
        var b = new NetworkBuilder();
        ProcedureBuilder p = b.Procedure("main");
        StageBuilder gate = p.Stage("gate", b.Station("gate"), Distribution.Deterministic(Minutes(5)));
        StageBuilder customs = p.Stage("customs", b.Station("customs").WaitingRoom(0), Distribution.Deterministic(Minutes(10)));
        StageBuilder plants = p.Stage("plants", b.Station("sps"), Distribution.Deterministic(Minutes(30)));
        StageBuilder both = p.InParallel("both", plants, p.Delay("papers", Distribution.Deterministic(Minutes(7))));
        gate.Then(customs);
        customs.Then(both);
        b.Source("s").To(gate);
        NetworkModel model = b.Build();
        ObservedPlace Place(string stage, Standing standing, double since) => Seen(stage, standing, since).At;
        var start = new ObservedStart
        {
            Time = At(100),
            MeasurePresent = true,
            Trucks =
            [
                Seen("both", Standing.InParallel, 90) is var t ? t with { At = t.At with { Tasks = [Place("plants", Standing.InService, 92), Place("papers", Standing.Delayed, 99)] } } : null!,
                Seen("customs", Standing.InService, 96),
                Seen("gate", Standing.Blocked, 97) is var u ? u with { At = u.At with { Next = "customs" } } : null!,
                Seen("gate", Standing.Queued, 95),
            ],
        };
        var legs = new Legs(trace: false);
        Replication run = Replication.Observe(model, Run(0), start, legs);
        run.RunToEnd();
        Assert.Empty(run.Result().LittleViolations);
        // 0: plants until 122. 1: customs until 106, plants 122–152. 2: customs 106–116, plants 152–182. 3: gate 106–111, blocked until 116, customs until 126, plants 182–212.
        Assert.Equal([122, 152, 182, 212], legs.Ended.OrderBy(l => l.Ordinal).Select(l => (int)(l.End / 60000)));
        Assert.Equal(9 * 60000, legs.Ended.Single(l => l.Ordinal == 2).Split.Blocked);
        Assert.Equal(5 * 60000, legs.Ended.Single(l => l.Ordinal == 3).Split.Blocked);
        // Where it goes may also be left to the model.
        var again = new Legs(trace: false);
        Replication.Observe(model, Run(0), start with { Trucks = [.. start.Trucks.Select(x => x with { At = x.At with { Next = null } })] }, again).RunToEnd();
        Assert.Equal(legs.Ended, again.Ended);
    }

    [Fact]
    public void Repairs_disturbances_and_intervals_seen_under_way_are_conditioned_too()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Fails(Distribution.Exponential(TimeSpan.FromDays(1000)), Distribution.Uniform(Minutes(0), Minutes(10)));
        b.Source("s").Renewal(Distribution.Uniform(Minutes(0), Minutes(10))).To(b.Stage("serve", desk, Distribution.Deterministic(Minutes(1))));
        b.Disturbance("outage").Slows(3, desk).AtRandom(Distribution.Exponential(TimeSpan.FromDays(1000)), Distribution.Uniform(Minutes(0), Minutes(10)));
        NetworkModel model = b.Build();
        var start = new ObservedStart
        {
            Time = At(100),
            Trucks = [],
            Broken = [new("desk", At(96))],
            Disturbed = [new("outage", At(96))],
            Sources = [new("s", NextOrdinal: 40, LastArrival: At(96))],
        };
        double[] repair = new double[Replications], outage = new double[Replications], arrival = new double[Replications];
        for (int r = 0; r < Replications; r++)
        {
            CorridorState state = Replication.Observe(model, Run(r), start).Save();
            repair[r] = (state.Stations[0].Breakdown!.Due!.At - state.Clock) / 60000.0;
            outage[r] = (state.Disturbances[0].Due!.At - state.Clock) / 60000.0;
            arrival[r] = (state.Sources[0].Arrivals!.Due!.At - state.Clock) / 60000.0;
            Assert.Equal(0, state.Stations[0].Effective);
            Assert.True(state.Disturbances[0].Active);
            Assert.Equal(40, state.Sources[0].NextOrdinal);
        }
        foreach (double[] rests in (double[][])[repair, outage, arrival]) Assert.InRange(rests.Average(), 3 - 4.5 * Math.Sqrt(3.0 / Replications), 3 + 4.5 * Math.Sqrt(3.0 / Replications));
    }

    [Fact]
    public void Two_models_from_one_observation_give_each_truck_the_same_luck()
    {
        ObservedStart start = Rich();
        var options = new RunOptions { Seed = RichNetwork.Seed, Length = SimDuration.FromHours(8), DrainLimit = SimDuration.FromDays(3) };
        Legs Future(NetworkModel model)
        {
            var legs = new Legs();
            Replication run = Replication.Observe(model, options, start, legs);
            run.RunToEnd();
            Assert.Empty(run.Result().LittleViolations);
            return legs;
        }

        Legs a = Future(RichNetwork.Build());
        Legs b = Future(RichNetwork.Build(p => p.CustomsRoom = null));
        Assert.Equal(a.Ended, Future(RichNetwork.Build()).Ended);
        var pairs = a.Ended.Join(b.Ended, l => (l.Source, l.Ordinal, l.Position), l => (l.Source, l.Ordinal, l.Position), (x, y) => (x, y)).ToList();
        Assert.InRange(pairs.Count, 20, int.MaxValue);
        Assert.All(pairs, p => Assert.Equal(p.x.Class, p.y.Class));
        Assert.NotEqual(a.Ended.Select(l => l.End), b.Ended.Select(l => l.End));
        Assert.All(pairs.Where(p => p.x.Measured && p.x.Position == 0), p => Assert.Equal(p.x.Start, p.y.Start));
    }

    [Fact]
    public void An_observed_start_saves_and_restores_like_any_run_and_travels_as_json()
    {
        NetworkModel model = RichNetwork.Build();
        string json = System.Text.Json.JsonSerializer.Serialize(Rich());
        ObservedStart start = System.Text.Json.JsonSerializer.Deserialize<ObservedStart>(json)!;
        var options = new RunOptions { Seed = RichNetwork.Seed, Length = SimDuration.FromHours(8), DrainLimit = SimDuration.FromDays(3) };
        var run = Replication.Observe(model, options, start);
        Assert.Equal(start.Trucks.Count, run.Inside);
        for (int i = 0; i < 400; i++)
        {
            Replication restored = Replication.Restore(model, options, CorridorStateJson.Read(CorridorStateJson.Write(run.Save())));
            Assert.True(restored.Restored!.IsUnchanged, restored.Restored.ToString());
            run.RunEvents(1);
            restored.RunEvents(1);
            Assert.Equal(CorridorStateJson.Write(run.Save()), CorridorStateJson.Write(restored.Save()));
        }
    }

    private static ObservedStart Rich()
    {
        ObservedTruck Truck(string procedure, string stage, Standing standing, double since, string source = "trucks") =>
            new() { Source = source, At = new ObservedPlace { Procedure = procedure, Stage = stage, Standing = standing, Since = At(since) } };
        return new ObservedStart
        {
            Time = At(605),
            Sources = [new("trucks", NextOrdinal: 90)],
            Trucks =
            [
                Truck("exit", "gate", Standing.InService, 600) with { Ordinal = 80 },
                Truck("exit", "gate", Standing.Queued, 590) with { Ordinal = 81, Attributes = new Dictionary<string, string> { ["cargo"] = "perishable" } },
                Truck("exit", "gate", Standing.Queued, 595),
                Truck("exit", "passport", Standing.Queued, 570) with { LegStart = At(500) },
                Truck("exit", "check", Standing.Queued, 560),
                Truck("exit", "check", Standing.InService, 601),
                Truck("exit", "documents", Standing.AwaitingDocuments, 580) with { LegStart = At(540) },
                Truck("exit", "both", Standing.InParallel, 600) is var t ? t with { At = t.At with { Tasks = [Truck("exit", "scan", Standing.InService, 604).At, Truck("exit", "plants", Standing.Queued, 603).At] } } : null!,
                Truck("exit", "pay", Standing.Queued, 599),
                Truck("road", "drive", Standing.Delayed, 570),
                Truck("entry", "stamp", Standing.Queued, 600, "buses"),
                Truck("entry", "booth", Standing.InService, 602, "buses"),
            ],
        };
    }

    [Theory]
    [InlineData("nowhere", "serve", Standing.Queued, 1, "source 'nowhere'")]
    [InlineData("s", "served", Standing.Queued, 1, "stage 'main: served'")]
    [InlineData("s", "serve", Standing.Delayed, 1, "cannot be Delayed")]
    [InlineData("s", "serve", Standing.Queued, 200, "since d0 03:20")]
    public void What_does_not_fit_the_model_is_one_clear_message(string source, string stage, Standing standing, double since, string says)
    {
        var start = new ObservedStart { Time = At(100), Trucks = [Seen(stage, standing, since, source)] };
        Assert.Contains(says, Assert.Throws<CorridorStateException>(() => start.ToState(OneStation(Distribution.Exponential(Minutes(1))), Run(0))).Message);
    }
}
