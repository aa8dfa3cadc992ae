using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 36 to 42: stations that fail, rest, discourage or serve a closed population.</summary>
/// <remarks>30 and 31 ask for trucks that give up while waiting, 35 for a shared server: both are left out of the engine.</remarks>
public class StationVariantTests(ITestOutputHelper output)
{
    [Fact]
    public void Case36_ServersForAll()
    {
        var b = new NetworkBuilder();
        b.Source("trucks").Poisson(6).To(b.Stage("service", b.Station("yard").Servers(40).TrackLevels(6), Exp(0.5)));
        var chain = new BirthDeath(_ => 6, n => 2 * n, 60);
        new Experiment(b.Build(), Plan.For(chain, n => n == 0 ? 1 : 0))
            .Expect("P(0)", 0.049787, o => o.Run.Station("yard").LevelShares[0])
            .Expect("P(N>=6)", 0.083918, o => o.Run.Station("yard").LevelShares[6])
            .Expect("L", 3, o => o.Present())
            .Run(output);
    }

    /// <summary>A truck keeps its place through repairs, so that it is served for E[C] = 1.2 in all: M/G/1 with E[C²] = 3.68.</summary>
    [Fact]
    public void Case37_BreakdownsOfABusyMachine()
    {
        var b = new NetworkBuilder();
        StationBuilder scanner = b.Station("scanner").Fails(Exp(10), Exp(2), whileBusy: true);
        b.Source("trucks").Poisson(0.5).To(b.Stage("scan", scanner, Exp(1)).Stamps(arrival: 1, start: 2));
        new Experiment(b.Build(), Plan.ForStation(0.5, 1.2, 1, 1, 3.68 / 1.44 - 1))
            .Expect("Wq", 2.3, o => o.Legs.MeanFirstWait())
            .Expect("W", 3.5, o => o.Legs.MeanLength())
            .Expect("rho", 0.5, o => o.Run.Station("scanner").MeanBusy)
            .Run(output);
    }

    /// <summary>The officer who finds nobody waiting goes away for 3 hours, again and again: a task of lowest priority that always returns.</summary>
    [Fact]
    public void Case38_Vacations()
    {
        var b = new NetworkBuilder();
        StationBuilder officer = b.Station("officer").Priorities(2);
        ProcedureBuilder crossing = b.Procedure("crossing");
        ProcedureBuilder rest = b.Procedure("rest").Measures(false, false, false);
        b.Source("trucks").Poisson(0.5).To(crossing.Stage("service", officer, Exp(1)));
        StageBuilder away = rest.Stage("away", officer, Det(3)).PriorityBy(_ => 1);
        b.Source("vacation").AtStart(1).To(away.Then(away));
        new Experiment(b.Build(), Plan.ForStation(0.5, 1))
            .Expect("Wq", 2.5, o => o.Legs.MeanQueue())
            .Expect("never idle", 1, o => o.Run.Station("officer").MeanBusy)
            .Run(output);
    }

    [Fact]
    public void Case39_Batches()
    {
        var b = new NetworkBuilder();
        b.Source("convoys").Poisson(0.2).Batches(1.0 / 3, 1.0 / 3, 1.0 / 3).To(b.Stage("service", b.Station("desk"), Exp(1)));
        new Experiment(b.Build(), Plan.ForStation(0.4, 1, 1, 7.0 / 3, 1))
            .Expect("L", 1.111111, o => o.Present())
            .Expect("W", 2.777778, o => o.Legs.MeanLength())
            .Expect("trucks", 0.4, o => o.Rate("desk"))
            .Run(output);
    }

    [Fact]
    public void Case40_DiscouragedArrivals()
    {
        double[] leave = [.. Enumerable.Range(0, 60).Select(n => 1 - 1.0 / (n + 1))];
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk");
        StageBuilder look = b.Pass("look");
        StageBuilder service = b.Stage("service", desk, Exp(1));
        look.LeaveByNumber(desk, b.Exit("balked"), leave).Then(service);
        b.Source("trucks").Poisson(2).To(look);
        var chain = new BirthDeath(n => 2.0 / (n + 1), _ => 1, 40);
        new Experiment(b.Build(), Plan.For(chain, n => n, Plan.CautiousAim))
            .Expect("L", 2, o => o.Present())
            .Expect("P(balk)", 0.567668, o => 1 - o.Rate("desk") / 2)
            .Expect("throughput", 0.864665, o => o.Rate("desk"))
            .Run(output);
    }

    [Fact]
    public void Case41_FinitePopulation()
    {
        var b = new NetworkBuilder();
        StageBuilder road = b.Delay("road", Exp(4));
        StageBuilder service = b.Stage("service", b.Station("desk"), Exp(1)).Then(road);
        road.Then(service);
        b.Source("fleet").AtStart(5).To(road);
        var chain = new BirthDeath(n => 0.25 * (5 - n), _ => 1, 5);
        new Experiment(b.Build(), Plan.For(chain, n => n, Plan.CautiousAim) with { Drain = false })
            .Expect("L", 1.796267, o => o.Present())
            .Expect("throughput", 0.800933, o => o.Rate("desk"))
            .Expect("W", 2.242718, o => o.Wait("desk") + 1)
            .Run(output);
    }

    /// <summary>Trucks without end before a line of two servers with no room between: the first is blocked while the second works.</summary>
    [Fact]
    public void Case42_SaturatedLine()
    {
        var b = new NetworkBuilder();
        StageBuilder second = b.Stage("second", b.Station("B").WaitingRoom(0), Exp(1));
        StageBuilder first = b.Stage("first", b.Station("A"), Exp(1)).Then(second);
        second.Then(first);
        b.Source("stock").AtStart(4).To(first);
        // Departures vary less than a Poisson stream of the same rate, whose relative variance per hour is 1 / rate.
        Plan plan = Plan.For(1.5, 3, Plan.CautiousAim) with { Drain = false };
        new Experiment(b.Build(), plan)
            .Expect("throughput", 0.666667, o => o.Rate("B"))
            .Expect("first held", 1, o => o.Run.Station("A").MeanBusy)
            .Expect("second busy", 0.666667, o => o.Run.Station("B").MeanBusy)
            .Run(output);
    }
}
