using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>A finished leg, kept: times in milliseconds.</summary>
internal sealed record Leg(string Source, long Ordinal, long Start, long End, long Service, long Documents, long Closed, long Blocked, long Queue, long Move, Stamps Stamps, long Lodged, long Accepted, int Exit);

/// <summary>Everything that happened in a short run, to be compared with a trace made by hand.</summary>
internal sealed class TraceLog(NetworkModel model) : RunObserver
{
    public List<TraceRecord> Records { get; } = [];
    public List<Leg> Legs { get; } = [];
    public RunResult Result { get; private set; } = null!;

    public override bool WantsTrace => true;

    public override void LegEnded(in LegRecord leg)
    {
        ref readonly Track t = ref leg.Track;
        Assert.Equal(leg.Duration, t.Total);
        Legs.Add(new Leg(model.SourceNames[t.Source], t.Ordinal, t.Start, leg.End, t.Service, t.Documents, t.Closed, t.Blocked, t.Queue, t.Move, t.Stamps, t.Lodged, t.Accepted, leg.Exit));
    }

    public override void Traced(in TraceRecord record) => Records.Add(record);

    /// <summary>Runs to an instant and holds the run to Little's law and conservation.</summary>
    public static TraceLog Of(NetworkBuilder network, double hours)
    {
        NetworkModel model = network.Build();
        var log = new TraceLog(model);
        log.Result = Replication.Run(model, new RunOptions { Seed = TestSeed.Value, Length = SimDuration.FromHours(hours), Drain = false }, log);
        Experiment.Sound(log.Result);
        return log;
    }

    /// <summary>The instants, in milliseconds, at which something happened to the trucks of a source, by ordinal.</summary>
    public long[] When(TraceKind kind, string source, string? station = null) =>
        [.. Of(kind, source, station).OrderBy(r => r.Ordinal).ThenBy(r => r.Time).Select(r => r.Time)];

    /// <summary>The stations at which it happened to the trucks of a source, by ordinal.</summary>
    public string[] Where(TraceKind kind, string source) =>
        [.. Of(kind, source, null).OrderBy(r => r.Ordinal).ThenBy(r => r.Time).Select(r => model.StationNames[r.Station])];

    /// <summary>Instants and values of what happened to a station itself: staff, breakdowns.</summary>
    public (long, int)[] At(TraceKind kind, string station) =>
        [.. Records.Where(r => r.Kind == kind && r.Station >= 0 && model.StationNames[r.Station] == station).Select(r => (r.Time, r.Value))];

    public Leg Of(string source, long ordinal) => Legs.Single(l => l.Source == source && l.Ordinal == ordinal);

    private IEnumerable<TraceRecord> Of(TraceKind kind, string source, string? station) =>
        Records.Where(r => r.Kind == kind && r.Source >= 0 && model.SourceNames[r.Source] == source
            && (station == null || (r.Station >= 0 && model.StationNames[r.Station] == station)));
}
