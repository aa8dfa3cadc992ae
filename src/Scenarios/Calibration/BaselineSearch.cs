using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Calibration.Searches;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration;

/// <summary>One value of the baseline file that the search may set, and the mean time it is to bring about.</summary>
/// <param name="Path">The value's path in the file.</param>
/// <param name="Row">The clearance times it governs.</param>
/// <param name="TargetHours">The mean wanted.</param>
/// <param name="Low">Smallest value tried.</param>
/// <param name="High">Largest value tried.</param>
/// <param name="Rises">Whether the mean rises with the value.</param>
/// <param name="Words">The changes to the file that a value stands for.</param>
public sealed record Knob(string Path, RowKey Row, double TargetHours, double Low, double High, bool Rises, Func<double, IEnumerable<(string, string)>> Words);

/// <summary>Where a knob ended.</summary>
/// <param name="Knob">The knob.</param>
/// <param name="Value">The value found.</param>
/// <param name="Mean">The mean it gives, with its interval.</param>
public sealed record KnobResult(Knob Knob, double Value, Interval Mean);

/// <summary>
/// Finds the hours of the desks (and, at the post with the long line, the length at which officers work on at night)
/// that bring the mean clearance times of the reference table about. Service times are never touched.
/// All knobs are bisected together under common random numbers: each governs its own desk, and desks hardly touch each other.
/// </summary>
public static class BaselineSearch
{
    private const int Opens = 6 * 60;

    /// <summary>The search behind the shipped baseline: closing times from an opening at 06:00, and the line at Peñas Blancas.</summary>
    public static IReadOnlyList<Knob> Knobs(BaselineFile baseline)
    {
        var knobs = new List<Knob>();
        void Desk(string post, Direction direction, SideRole role, double hours)
        {
            int p = baseline.Model.Posts.ToList().FindIndex(x => x.Id == post);
            string path = $"posts.{post}.{direction}.{role.ToString().ToLowerInvariant()}.stations.customs.roster[0].hours";
            var row = new RowKey(p, direction, role, null, TruckKind.Pair, null);
            knobs.Add(new Knob(path, row, hours, 60, 22 * 60, false, v => [(path, $"06:00-{Clock(Opens + v)}")]));
        }
        foreach (SearchTarget t in SearchTarget.Shipped) Desk(t.Post, t.Direction, t.Role, t.Hours);
        int guasaule = baseline.Model.Posts.ToList().FindIndex(x => x.Id == "guasaule");
        string[] transitDesks = ["posts.guasaule.both.exit.stations.transit-desk.roster[0].hours", "posts.guasaule.both.entry.stations.transit-desk.roster[0].hours"];
        knobs.Add(new Knob(transitDesks[0], new RowKey(guasaule, null, null, null, TruckKind.Transit, null), 5, 60, 22 * 60, false,
            v => transitDesks.Select(path => (path, $"06:00-{Clock(Opens + v)}"))));
        int penasBlancas = baseline.Model.Posts.ToList().FindIndex(x => x.Id == "penas-blancas");
        const string Line = "posts.penas-blancas.S2N.exit.stations.gate.extra[0]";
        knobs.Add(new Knob($"{Line}.from", new RowKey(penasBlancas, Direction.S2N, SideRole.Exit, null, TruckKind.Pair, null), 17.3, 40, 300, true,
            v => [($"{Line}.from", $"{v:0} trucks"), ($"{Line}.until", $"{v - 20:0} trucks")]));
        return knobs;
    }

    /// <summary>Searches.</summary>
    /// <param name="baseline">Where to start from.</param>
    /// <param name="knobs">What to set.</param>
    /// <param name="options">Length and number of the runs of each round.</param>
    /// <param name="rounds">Halvings of each knob's range; 9 bring a closing time to within five minutes.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellation">Ends the search; the best so far is returned.</param>
    public static IReadOnlyList<KnobResult> Run(
        BaselineFile baseline, IReadOnlyList<Knob> knobs, ExperimentOptions options, int rounds = 9,
        Action<int, IReadOnlyList<KnobResult>>? progress = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<KnobResult> results = [];
        int round = 0;
        IReadOnlyList<double>? Means(double[] values)
        {
            var summaries = new List<ReplicationSummary>();
            CorridorModel model = baseline.With(knobs.SelectMany((k, i) => k.Words(values[i]))).Model;
            if (cancellation.IsCancellationRequested || !new LocalExecutor().Run([new Variant("search", model, options.Replications)], options, f => summaries.Add(f.Summary), cancellation)) return null;
            results = [.. knobs.Select((k, i) => new KnobResult(k, values[i], Interval.Of([.. summaries.Where(s => s.Rows.ContainsKey(k.Row)).Select(s => s.Rows[k.Row].Mean)])))];
            progress?.Invoke(++round, results);
            return [.. results.Select(r => r.Mean.Mean)];
        }
        JointBisection.Run([.. knobs.Select(k => k.Low)], [.. knobs.Select(k => k.High)], [.. knobs.Select(k => k.Rises)], [.. knobs.Select(k => k.TargetHours)], Means, rounds);
        return results;
    }

    /// <summary>How far the means found are from those wanted, as the objective of the simulated moments: each mean weighted by its own variance over replications. About as large as the number of knobs if chance alone is left.</summary>
    /// <param name="results">What was found; each with at least two replications.</param>
    public static double Distance(IReadOnlyList<KnobResult> results)
    {
        // A mean of a short run may hardly vary; three minutes is less than anybody sets hours by.
        const double Least = 0.05;
        double[] deviation = [.. results.Select(r => Math.Max(Least, double.IsFinite(r.Mean.HalfWidth) ? r.Mean.HalfWidth / 1.96 : Least))];
        var covariance = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Diagonal(results.Count, results.Count, i => deviation[i] * deviation[i]);
        return new MomentDistance([.. results.Select(r => r.Knob.TargetHours)], covariance).Of([.. results.Select(r => r.Mean.Mean)]);
    }

    /// <summary>A time of day from minutes after midnight; up to 24:00, then past midnight.</summary>
    public static string Clock(double minutes)
    {
        int m = (int)Math.Round(minutes);
        return m == 1440 ? "24:00" : $"{m / 60 % 24:00}:{m % 60:00}";
    }
}

/// <summary>A mean clearance time the search aims at: trucks between the post's two countries, on one side.</summary>
/// <param name="Post">Border post id.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Role">The side.</param>
/// <param name="Hours">Mean M_side, hours.</param>
public sealed record SearchTarget(string Post, Direction Direction, SideRole Role, double Hours)
{
    /// <summary>
    /// Table D of the reference figures, import cells raised by some 8 % so that the volume-weighted import mean comes near the
    /// 10 h of the 2021 regional study (T1.01); Paso Canoas' export cell is split so that its two directions average 7.5 h.
    /// </summary>
    public static IReadOnlyList<SearchTarget> Shipped { get; } =
    [
        new("pedro-de-alvarado", Direction.N2S, SideRole.Exit, 4), new("pedro-de-alvarado", Direction.S2N, SideRole.Exit, 4),
        new("pedro-de-alvarado", Direction.N2S, SideRole.Entry, 7.2), new("pedro-de-alvarado", Direction.S2N, SideRole.Entry, 7.2),
        new("el-amatillo", Direction.N2S, SideRole.Exit, 6), new("el-amatillo", Direction.S2N, SideRole.Exit, 6),
        new("el-amatillo", Direction.N2S, SideRole.Entry, 9.8), new("el-amatillo", Direction.S2N, SideRole.Entry, 9.8),
        new("guasaule", Direction.N2S, SideRole.Exit, 6), new("guasaule", Direction.S2N, SideRole.Exit, 6),
        new("guasaule", Direction.N2S, SideRole.Entry, 11.5), new("guasaule", Direction.S2N, SideRole.Entry, 11.5),
        new("penas-blancas", Direction.N2S, SideRole.Exit, 6),
        new("penas-blancas", Direction.N2S, SideRole.Entry, 11), new("penas-blancas", Direction.S2N, SideRole.Entry, 10.5),
        new("paso-canoas", Direction.N2S, SideRole.Exit, 8.5), new("paso-canoas", Direction.S2N, SideRole.Exit, 6.5),
        new("paso-canoas", Direction.N2S, SideRole.Entry, 11.2), new("paso-canoas", Direction.S2N, SideRole.Entry, 5.2),
    ];
}
