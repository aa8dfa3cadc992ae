using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>A small network that uses everything the engine has, on a clock fast enough that a few thousand events see many shifts.</summary>
internal static class RichNetwork
{
    public static RunOptions Options => new()
    {
        Seed = Seed,
        Replication = 3,
        WarmUp = SimDuration.FromHours(6),
        Length = SimDuration.FromHours(30),
        // Feedback and full rooms can lock this network up for good: then the run ends here, the same for all.
        DrainLimit = SimDuration.FromDays(3),
        Probes = [SimTime.FromHours(2), SimTime.FromHours(10), SimTime.FromHours(20.5)],
    };

    public static ulong Seed => TestSeed.Value;

    public static NetworkModel Build(Action<Parts>? change = null)
    {
        var parts = new Parts();
        change?.Invoke(parts);
        return parts.Compile();
    }

    public static TimeSpan Minutes(double n) => TimeSpan.FromMinutes(n);

    public static CapacityCalendar Shifts(double cycleHours, params (double Hour, int Staff)[] steps) =>
        CapacityCalendar.Steps(SimDuration.FromHours(cycleHours).Milliseconds, [.. steps.Select(s => (SimTime.FromHours(s.Hour), s.Staff))]);

    /// <summary>What a test may change before the network is compiled.</summary>
    internal sealed class Parts
    {
        public bool SecondLane { get; set; } = true;
        public bool Migration { get; set; } = true;
        public bool Weighing { get; set; }
        public bool Joint { get; set; } = true;
        public bool Feedback { get; set; } = true;
        public bool Bank { get; set; } = true;
        public bool Scanner { get; set; } = true;
        public bool CustomsMoved { get; set; }
        public bool Surge { get; set; } = true;
        public bool Storm { get; set; } = true;
        public bool Buses { get; set; } = true;
        public bool NewStream { get; set; }
        public bool ExitSideOnly { get; set; }
        public bool Origins { get; set; }
        public bool Priorities { get; set; } = true;
        public int? CustomsRoom { get; set; } = 3;
        public double CustomsMinutes { get; set; } = 9;
        public CapacityCalendar CustomsStaff { get; set; } = Shifts(4, (0, 2), (1.5, 1), (2, 3), (3.25, 0), (3.5, 2));

        public NetworkModel Compile()
        {
            var b = new NetworkBuilder();
            b.Attribute("cargo", ("general", 0.7), ("perishable", 0.3));
            b.Attribute("aeo", ["no", "yes"], c => c.Is("cargo", "perishable") ? [0.5, 0.5] : [0.9, 0.1]);
            if (Origins) b.Attribute("origin", ("north", 0.4), ("south", 0.6));
            StationBuilder general = b.Station("lane-general").Servers(1).TrackLevels(5);
            StationBuilder fast = b.Station("lane-fast").Servers(1).Fails(Distribution.Exponential(Minutes(60)), Distribution.Uniform(Minutes(2), Minutes(12)), whileBusy: true);
            StationBuilder migration = b.Station("migration").Scheduled(Shifts(3, (0, 2), (1, 1), (2.5, 0)), ShiftEnd.Finish).CallIn(4, 2, 1).CallIn(7, 3, 1, alsoWhenClosed: true);
            StationBuilder customs = b.Station(CustomsMoved ? "customs-hall" : "customs").Scheduled(CustomsStaff, ShiftEnd.SuspendResume);
            if (Priorities) customs.Priorities(2);
            if (CustomsRoom is { } room) customs.WaitingRoom(room);
            StationBuilder sps = b.Station("sps").Scheduled(Shifts(5, (0, 1), (2, 2), (4, 0)), ShiftEnd.SuspendRestart).WaitingRoom(2);
            StationBuilder scanner = b.Station("scanner").Fails(Distribution.Exponential(Minutes(90)), Distribution.Exponential(Minutes(15)));
            StationBuilder bank = b.Station("bank").Scheduled(Shifts(2, (0, 2), (1.75, 1)), ShiftEnd.DoNotStart).WaitingRoom(4);
            StationBuilder exitBooth = b.Station("booth").Servers(1).WaitingRooms(1, 2).Priorities(2).TurnAwayWhenFull();
            LineBuilder road = b.Line("road", general, fast);
            migration.Watching(b.Line("inside", migration, customs));

            var desk = new DocumentTrack("declaration", c => c.Is("aeo", "yes") ? 0.8 : 0.3, Distribution.Exponential(Minutes(60)),
                c => c.Is("cargo", "perishable") ? Distribution.Erlang(Minutes(30), 2) : Distribution.Lognormal(Minutes(25), 0.7), Shifts(4, (0, 1), (3, 0)), 0.2, Distribution.Exponential(Minutes(20)));

            ProcedureBuilder exit = b.Procedure("exit");
            StageBuilder yields = exit.Pass("yield");
            StageBuilder away = exit.Exit("diverted");
            StageBuilder lodge = exit.Lodge("lodge", desk);
            StageBuilder gate = exit.Stage("gate", general, Distribution.Lognormal(Minutes(5), 0.8)).OnlyFor(c => !SecondLane || c.Is("aeo", "no")).Stamps(arrival: 0, start: 1);
            if (SecondLane) gate.OrAt(fast, c => c.Is("aeo", "yes") || c.Is("cargo", "perishable"));
            StageBuilder weigh = Weighing ? exit.Delay("weigh", Distribution.Uniform(Minutes(1), Minutes(3)), TimePart.Service) : gate;
            StageBuilder passport = Migration ? exit.Stage("passport", migration, Distribution.Gamma(Minutes(7), 1.2)) : weigh;
            StageBuilder documents = exit.AwaitDocuments("documents");
            StageBuilder check = exit.Stage("check", customs, Distribution.Lognormal(Minutes(CustomsMinutes), 0.5)).PriorityBy(c => Priorities && c.Is("cargo", "general") ? 1 : 0).Stamps(end: 3);
            StageBuilder channel = exit.Pass("channel").Traced();
            StageBuilder scan = exit.Stage("scan", Scanner ? scanner : customs, Distribution.Triangular(Minutes(2), Minutes(4), Minutes(12)));
            StageBuilder plants = exit.Stage("plants", sps, Distribution.Erlang(Minutes(12), 3)).Stamps(start: 4, end: 5);
            StageBuilder both = Joint ? exit.InParallel("both", scan, plants) : exit.Pass("both");
            StageBuilder laboratory = exit.Delay("laboratory", Distribution.Exponential(Minutes(20)), TimePart.Service);
            StageBuilder pay = Bank ? exit.Stage("pay", bank, Distribution.Uniform(Minutes(1), Minutes(9))).Stamps(end: 6) : exit.Pass("pay");
            StageBuilder leave = exit.Pass("leave").Stamps(arrival: 8);

            yields.LeaveByLength(road, away, 0, 0, 0, 0, 0.1, 0.2, 0.3).Then(lodge);
            lodge.Then(gate);
            if (Weighing) gate.Then(weigh);
            if (Migration) weigh.Then(passport);
            passport.Then(documents);
            documents.Then(check);
            check.Then(channel);
            channel.Branch(both, c => c.Is("aeo", "yes") ? 0.1 : 0.45).Branch(laboratory, _ => 0.1).Then(pay);
            if (Joint) plants.Branch(laboratory2(exit), _ => 0.3);
            else
            {
                both.Then(scan);
                scan.Then(plants);
                plants.Then(pay);
            }
            both.Then(Joint ? pay : scan);
            laboratory.Then(pay);
            if (Feedback) pay.Branch(check, _ => 0.2);
            pay.Then(leave);

            ProcedureBuilder travel = b.Procedure("road").Measures(false, false, false);
            StageBuilder drive = travel.Delay("drive", Distribution.Lognormal(Minutes(40), 0.3));

            ProcedureBuilder entry = b.Procedure("entry").Measures(true, false, true);
            StageBuilder stamp = entry.Stage("stamp", migration, Distribution.Exponential(Minutes(4))).Stamps(start: 1);
            StageBuilder booth = entry.Stage("booth", exitBooth, Distribution.Exponential(Minutes(5))).PriorityBy(c => c.Is("cargo", "general") ? 1 : 0);
            stamp.Then(booth);

            StageBuilder[] journey = ExitSideOnly ? [yields] : [yields, drive, stamp];
            b.Source("trucks").Poisson(SimDuration.FromHours(6), [(SimDuration.Zero, 9), (SimDuration.FromHours(2), 3), (SimDuration.FromHours(3), 0), (SimDuration.FromHours(3.5), 7)]).To(journey);
            if (Buses) b.Source("buses").Renewal(Distribution.Gamma(Minutes(50), 0.6)).Batches(0.5, 0.3, 0.2).With("cargo", 1, 0).To(stamp);
            b.Source("convoy").At(SimTime.FromHours(1), SimTime.FromHours(1), SimTime.FromHours(13), SimTime.FromHours(25)).Batches(0, 0.5, 0.5).To([yields, drive, lodge, stamp]);
            if (Surge) b.Source("surge").Poisson(SimDuration.FromHours(20), [(SimDuration.Zero, 0), (SimDuration.FromHours(12), 4)], repeats: false).To(journey);
            if (NewStream) b.Source("new").Poisson(2).To(journey);
            b.Disturbance("outage").Slows(2.5, customs, migration).AtRandom(Distribution.Exponential(TimeSpan.FromHours(5)), Distribution.Exponential(TimeSpan.FromHours(1)));
            if (Storm) b.Disturbance("storm").Slows(1.7, general, customs).At((SimTime.FromHours(4), SimTime.FromHours(5)), (SimTime.FromHours(15), SimTime.FromHours(18)));
            return b.Build();

            StageBuilder laboratory2(ProcedureBuilder p) => p.Delay("sample", Distribution.Exponential(Minutes(10)), TimePart.Service);
        }
    }
}
