using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Benchmarks;

/// <summary>
/// CORR-1, the performance model: ten independent lines of nine stages, 240 000 trucks a month. Built with the public
/// builder like any other network; <c>benchmarks/cpp/corr1.cpp</c> is the same model by hand.
/// </summary>
public static class Corr1Network
{
    private const int Customs = 6;
    private const int Inspection = 7;

    private static readonly double[] Volumes = [400, 500, 600, 700, 800, 800, 900, 1000, 1100, 1200];

    private static readonly double[] HourWeights =
        [.5, .4, .4, .4, .5, .7, 1.0, 1.2, 1.4, 1.5, 1.5, 1.4, 1.3, 1.3, 1.4, 1.4, 1.3, 1.2, 1.1, 1.0, .9, .8, .7, .7];

    private static readonly Stage[] Stages =
    [
        new("gate", false, .5, 2, .80, 1, 1, Start: 1),
        new("exit-migration", false, .5, 4, .80, 1, 1, End: 2),
        new("exit-customs", true, .8, 6, .78, 1, 2, Start: 3, End: 4),
        new("phytosanitary", false, .7, 25, .75, .165, 1),
        new("bridge", false, .3, 1.5, .75, 1, 1, Arrival: 5),
        new("entry-migration", false, .5, 4, .80, 1, 1),
        new("entry-customs", true, .9, 10, .80, 1, 2, End: 6),
        new("inspection", false, .8, 30, .75, .195, 2, End: 7),
        new("exit-gate", true, .5, 3, .70, 1, 1, End: 8),
    ];

    /// <summary>Values of the attribute <c>class</c>.</summary>
    public static readonly string[] Classes = ["cargo", "transit", "empty"];

    /// <summary>One month, arrivals stopping at its end, every truck followed to its exit.</summary>
    public static RunOptions Options(ulong seed, int replication, double days = 30) => new()
    {
        Seed = seed,
        Replication = replication,
        Length = SimDuration.FromDays(days),
        ArrivalsStop = true,
    };

    /// <summary>The network.</summary>
    public static NetworkModel Build()
    {
        NetworkBuilder network = new NetworkBuilder()
            .Attribute("class", ("cargo", .55), ("transit", .30), ("empty", .15))
            .Attribute("priority", ["yes", "no"], c => c.Is("class", "empty") ? [0, 1] : [.25, .75])
            .Attribute("phyto", ["yes", "no"], c => c.Is("class", "cargo") ? [.30, .70] : [0, 1])
            .Attribute("channel", ["green", "yellow", "red"], c => c["class"] switch
            {
                "cargo" => [.70, .18, .12],
                "transit" => [.90, .06, .04],
                _ => [1, 0, 0],
            });
        for (int p = 0; p < Volumes.Length; p++) AddPost(network, p);
        return network.Build();
    }

    private static void AddPost(NetworkBuilder network, int p)
    {
        string post = $"post-{p}";
        ProcedureBuilder line = network.Procedure(post);
        StageBuilder[] stages = [.. Enumerable.Range(0, Stages.Length).Select(s => AddStage(network, line, p, s))];
        for (int s = 0; s + 1 < stages.Length; s++) stages[s].Then(stages[s + 1]);
        stages[2].Branch(stages[3], c => c.Is("phyto", "yes") ? 1 : 0).Then(stages[4]);
        stages[6].Branch(stages[7], c => c.Is("channel", "green") ? 0 : 1).Then(stages[8]);
        network.Source(post)
            .Poisson(SimDuration.FromDays(1), [.. HourWeights.Select((w, h) => (SimDuration.FromHours(h), Volumes[p] / 24.0 * w))])
            .To(stages[0]);
    }

    private static StageBuilder AddStage(NetworkBuilder network, ProcedureBuilder line, int p, int s)
    {
        Stage row = Stages[s];
        StationBuilder station = network.Station($"{line.Name}/{row.Name}").Priorities(row.Levels);
        double mean = Staff(station, p, s) * SimDuration.MillisecondsPerMinute;
        StageBuilder stage = line.Stage(row.Name, station, Law(row, mean)).Stamps(row.Arrival, row.Start, row.End);
        if (row.Levels == 2) stage.PriorityBy(c => c.Is("priority", "yes") ? 0 : 1);
        if (s == Customs) stage.TimesBy(c => Law(row, mean * c["class"] switch { "cargo" => 1.3, "transit" => .7, _ => .5 }));
        if (s == Inspection) stage.TimesBy(c => Law(row, mean * c["channel"] switch { "yellow" => .6, "red" => 1.6, _ => 1.0 }));
        return stage;
    }

    private static Distribution Law(Stage row, double mean) =>
        row.IsGamma ? new GammaDistribution(mean, row.Cv) : new LognormalDistribution(mean, row.Cv);

    /// <summary>Servers of a station; returns the mean service time in minutes at which the expected utilisation is exactly the stage's.</summary>
    private static double Staff(StationBuilder station, int p, int s)
    {
        Stage row = Stages[s];
        double rate = Volumes[p] / 1440.0;
        double load = rate * row.Share * row.Nominal / row.Utilisation;
        if (s != Customs)
        {
            int servers = Math.Max(1, (int)Math.Floor(load + .5));
            station.Servers(servers);
            return row.Utilisation * servers / (rate * row.Share);
        }
        int day = Math.Max(1, (int)Math.Floor(1.2 * load + .5));
        int night = Math.Max(1, (int)Math.Floor(.6 * load + .5));
        station.Scheduled(CapacityCalendar.Steps(SimDuration.MillisecondsPerDay,
            (SimTime.Zero, night), (SimTime.FromHours(6), day), (SimTime.FromHours(22), night)));
        return row.Utilisation * ((16.0 * day + 8.0 * night) / 24.0) / rate;
    }

    /// <summary>One row of the model's table: nominal mean in minutes, share of trucks that come, time stamps (−1 for none).</summary>
    private sealed record Stage(string Name, bool IsGamma, double Cv, double Nominal, double Utilisation, double Share, int Levels, int Arrival = -1, int Start = -1, int End = -1);
}
