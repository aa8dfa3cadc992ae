using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Calibration.Searches;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>The simulated method of moments for one side: global search, then local, under common random numbers.</summary>
/// <param name="emulation">How candidates are surveyed.</param>
/// <param name="alone">The post alone in the side's direction, with all that was fitted directly.</param>
/// <param name="direction">The side's direction.</param>
/// <param name="role">The side.</param>
/// <param name="rows">Observed rows of the side.</param>
/// <param name="told">Told after each batch of candidates.</param>
/// <param name="cancellation">Ends it; the best so far is returned.</param>
internal sealed partial class SideSearch(
    PostEmulation emulation, CorridorModel alone, Direction direction, SideRole role, IReadOnlyList<StudyRow> rows, Action<int> told, CancellationToken cancellation)
{
    // What figures fitted directly leave uncertain, and what a model never has, in units of ln(1 + minutes). Where desks were timed, services are such figures.
    private const double Floor = 0.01, FloorOfTimedDesks = 0.05;
    private const double Inflation = 4;
    private static readonly ulong Resampling = Mix.HashName("calibration/resampling");
    private readonly SideMoments moments = SideMoments.Of(rows, emulation.Staged, emulation.Complete);
    private readonly HashSet<DayOfWeek> days = [.. rows.Select(r => r.Day).OfType<DateOnly>().Select(d => d.DayOfWeek)];

    // Days at a time in which emulated rows are compared: whole weeks, as many as the study has.
    private readonly int length = 7 * Math.Clamp(((rows.Max(r => r.Day?.DayNumber) ?? 0) - (rows.Min(r => r.Day?.DayNumber) ?? 0)) / 7 + 1, 1, Math.Max(1, emulation.Options.Days / 7));

    private readonly Dictionary<string, double[]> known = [];
    private double[] observed = null!, resampled = null!;
    private MomentDistance distance = null!;

    private ParallelOptions AtOnce => new() { MaxDegreeOfParallelism = emulation.Options.Threads > 0 ? emulation.Options.Threads : Environment.ProcessorCount };

    /// <summary>Searches.</summary>
    /// <param name="figures">What is free.</param>
    /// <param name="looked">Figures that are only moved to see whether the data could tell them.</param>
    /// <param name="start">Values to begin from, instead of those before; then only the neighbourhood is searched.</param>
    public SideSearchResult? Run(IReadOnlyList<FreeFigure> figures, IReadOnlyList<FreeFigure> looked, double[]? start = null)
    {
        if (moments.Count == 0) return null;
        observed = moments.In(rows);
        double[] best = start ?? [.. figures.Select(f => f.Before)];
        distance = new MomentDistance(observed, FromStudy());
        if (figures.Count > 0)
        {
            if (start is null) best = Scan(figures, best, sweeps: 2);
            best = Likelier(figures, best);
            distance = Weighted(figures, best);
            if (start is null) best = Global(figures, best);
            best = Near(figures, best);
            // Weights found where a figure was still far off would keep it there.
            best = Likelier(figures, best);
            distance = Weighted(figures, best);
            best = Near(figures, best);
        }
        (best, double[] works, IReadOnlyList<StaffFit>[] alike, bool[] ruledOut) = Profiled(figures, best);
        FreeFigure[] all = [.. figures, .. looked];
        Identifiability? told = null;
        double[] deviations = [.. all.Select(_ => double.NaN)];
        if (Effects(all, [.. best, .. looked.Select(f => f.Before)]) is { } effects)
        {
            // A number of staff no other fits like is known: nothing is confounded with it.
            told = Told(all, effects, i => all[i] is not ShareFigure && (i >= figures.Count || alike[i].Count != 1));
            int[] free = [.. Enumerable.Range(0, all.Length).Where(i => all[i] is not ShareFigure && (i >= figures.Count || alike[i].Count == 0))];
            if (Told(all, effects, free.Contains) is { } given)
                for (int k = 0; k < free.Length; k++) deviations[free[k]] = given.Deviations[k];
        }
        return new SideSearchResult(emulation.Staged, figures, best, Distance(figures, best), moments.Count, alike, ruledOut, works, told, deviations);
    }

    /// <summary>The objective with what is believed before.</summary>
    private double Cost(IReadOnlyList<FreeFigure> figures, double[] values) => Distance(figures, values) + Beliefs(figures, values);

    private static double Beliefs(IReadOnlyList<FreeFigure> figures, double[] values) => figures.Select((f, i) => Math.Pow((values[i] - f.Before) / f.Belief, 2)).Sum();

    private double Distance(IReadOnlyList<FreeFigure> figures, double[] values) => Simulated(figures, values) is { } m ? distance.Of(m) : double.PositiveInfinity;

    private double[]? Simulated(IReadOnlyList<FreeFigure> figures, double[] values)
    {
        double[] rounded = [.. values.Select((v, i) => figures[i].Whole ? Math.Round(v) : v)];
        string key = string.Join(' ', figures.Select((f, i) => FormattableString.Invariant($"{f.Name}={rounded[i]:R}")));
        lock (known)
            if (known.TryGetValue(key, out double[]? before)) return before;
        if (cancellation.IsCancellationRequested) return null;
        try
        {
            double[] found = Mean([.. Blocks(emulation.Rows(With(alone, figures, rounded), direction, role, days, 0, cancellation)).Select(moments.In)]);
            lock (known) known[key] = found;
            return found;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private double[] Costs(IReadOnlyList<FreeFigure> figures, IReadOnlyList<double[]> candidates)
    {
        var costs = new double[candidates.Count];
        Parallel.For(0, candidates.Count, AtOnce, i => costs[i] = Cost(figures, candidates[i]));
        told(candidates.Count);
        return costs;
    }

    /// <summary>The post with figures of this side at values.</summary>
    internal CorridorModel With(CorridorModel model, IReadOnlyList<FreeFigure> figures, double[] values) => SideChanges.On(model, emulation.Post, direction, role, side =>
    {
        for (int i = 0; i < figures.Count; i++) side = figures[i].Apply(side, values[i]);
        return side;
    });

    /// <summary>One figure after another over its whole range, in the order in which trucks meet them: a line depends on what stands before it, hardly on what stands after.</summary>
    private double[] Scan(IReadOnlyList<FreeFigure> figures, double[] from, int sweeps)
    {
        double[] best = [.. from];
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            bool moved = false;
            for (int i = 0; i < figures.Count && !cancellation.IsCancellationRequested; i++)
            {
                double[] values = [.. Tried(figures[i], best[i], sweep)];
                double[] costs = Costs(figures, [.. values.Select(v => Moved(best, i, v))]);
                double value = values[Array.IndexOf(costs, costs.Min())];
                moved |= value != best[i];
                best[i] = value;
            }
            if (!moved) break;
        }
        return best;
    }

    private static IEnumerable<double> Tried(FreeFigure figure, double at, int sweep)
    {
        if (!figure.Whole) return ((double[])[-1.2, -0.8, -0.5, -0.25, 0, 0.25, 0.5, 0.8, 1.2]).Select(d => sweep == 0 ? d : at + d / 2).Where(v => v >= figure.Low && v <= figure.High).Prepend(at).Distinct();
        if (sweep > 0) return new[] { at, at - 1, at + 1 }.Where(v => v >= figure.Low);
        return new[] { at }.Concat(Enumerable.Range((int)figure.Low, Math.Min(6, (int)figure.High)).Select(v => (double)v)).Concat(((double[])[0.5, 0.7, 0.85, 1.2, 1.5, 2]).Select(f => Math.Round(at * f))).Where(v => v >= figure.Low && v <= figure.High).Distinct();
    }

    private double[] Global(IReadOnlyList<FreeFigure> figures, double[] best)
    {
        if (figures.Count < 2 || emulation.Options.Generations == 0) return best;
        double[] low = [.. figures.Select((f, i) => f.Whole ? Math.Max(f.Low, best[i] - 2) - 0.499 : f.Low)];
        double[] high = [.. figures.Select((f, i) => f.Whole ? best[i] + 2.499 : f.High)];
        SearchResult found = GlobalSearch.Minimum(c => Costs(figures, c), low, high, emulation.Options.Points, emulation.Options.Generations, Mix.Combine(emulation.Options.Seed, (ulong)role * 2 + (ulong)direction), [best], null, cancellation);
        return [.. found.Point.Select((v, i) => figures[i].Whole ? Math.Round(v) : v)];
    }

    /// <summary>The neighbours of whole figures and the simplex of the others, in turn, until neither is better.</summary>
    private double[] Near(IReadOnlyList<FreeFigure> figures, double[] best)
    {
        double cost = Cost(figures, best);
        for (int round = 0; round < 4 && !cancellation.IsCancellationRequested; round++)
        {
            double before = cost;
            (best, cost) = Smoothed(figures, best, 12);
            double[][] neighbours = [.. Enumerable.Range(0, figures.Count).Where(i => figures[i].Whole).SelectMany(i => new[] { best[i] - 1, best[i] + 1 }.Where(v => v >= figures[i].Low).Select(v => Moved(best, i, v)))];
            if (neighbours.Length > 0)
            {
                double[] costs = Costs(figures, neighbours);
                if (costs.Min() < cost) (best, cost) = (neighbours[Array.IndexOf(costs, costs.Min())], costs.Min());
            }
            if (cost >= before - 0.01) break;
        }
        return best;
    }

    /// <summary>The simplex of those figures that need not be whole, the others held.</summary>
    private (double[] Values, double Cost) Smoothed(IReadOnlyList<FreeFigure> figures, double[] held, int effort)
    {
        int[] smooth = [.. Enumerable.Range(0, figures.Count).Where(i => !figures[i].Whole)];
        double cost = Cost(figures, held);
        if (smooth.Length == 0) return (held, cost);
        if (smooth.All(i => figures[i] is ShareFigure)) return Stepped(figures, held, cost, smooth, effort > 6 ? [[-1.5, -1, -0.5, 0.5, 1, 1.5], [-0.25, -0.12, 0.12, 0.25]] : [[-1, -0.5, 0.5, 1]]);
        double[] All(IReadOnlyList<double> x)
        {
            double[] all = [.. held];
            for (int j = 0; j < smooth.Length; j++) all[smooth[j]] = Math.Clamp(x[j], figures[smooth[j]].Low, figures[smooth[j]].High);
            return all;
        }
        SearchResult found = LocalSearch.Minimum(x => Cost(figures, All(x)), [.. smooth.Select(i => held[i])], 0.1, effort * (smooth.Length + 1), 0.01, cancellation);
        told(found.Evaluations);
        return found.Value < cost ? (All(found.Point), found.Value) : (held, cost);
    }

    /// <summary>One share after another in steps of its deviation: they hardly touch each other, and finer than a tenth of it nobody can tell.</summary>
    private (double[] Values, double Cost) Stepped(IReadOnlyList<FreeFigure> figures, double[] best, double cost, int[] shares, double[][] sweeps)
    {
        foreach ((double[] steps, int i) in sweeps.SelectMany(steps => shares.Select(i => (steps, i))))
        {
            double[][] tried = [.. steps.Select(s => Moved(best, i, Math.Clamp(best[i] + s * figures[i].Belief, figures[i].Low, figures[i].High)))];
            double[] costs = Costs(figures, tried);
            if (costs.Min() < cost) (best, cost) = (tried[Array.IndexOf(costs, costs.Min())], costs.Min());
        }
        return (best, cost);
    }

    /// <summary>
    /// The same with numbers of staff set back to those before where that is likelier, each with the weights of its own weeks: at one number waits hardly vary, at the next
    /// widely, and weights found at the first make the second look impossible. Only where desks were timed: stamps alone weigh all numbers so.
    /// </summary>
    private double[] Likelier(IReadOnlyList<FreeFigure> figures, double[] best)
    {
        int[] moved = [.. Enumerable.Range(0, figures.Count).Where(i => figures[i] is StaffFigure && best[i] != figures[i].Before)];
        if (!emulation.Staged || moved.Length == 0 || Likelihood(figures, best) is not { } here) return best;
        double least = here.Value;
        double[] from = best;
        void Try(double[] other)
        {
            if (Likelihood(figures, other) is { } there && there.Value < least) (best, least) = (other, there.Value);
        }
        Try([.. from.Select((v, i) => moved.Contains(i) ? figures[i].Before : v)]);
        if (best != from || moved.Length == 1) return best;
        for (int i = 0; i < moved.Length && !cancellation.IsCancellationRequested; i++) Try(Moved(best, moved[i], figures[moved[i]].Before));
        return best;
    }

    /// <summary>The best service times with some other numbers of staff than the best: they must not carry what those no longer do.</summary>
    /// <param name="found">The search.</param>
    /// <param name="staff">The number of each staff figure; what stands for others does not matter.</param>
    public double[] SetBack(SideSearchResult found, IReadOnlyList<double> staff)
    {
        double[] held = [.. found.Values.Select((v, i) => found.Figures[i].Whole ? staff[i] : v)];
        return held.SequenceEqual(found.Values) ? held : Smoothed(found.Figures, held, 12).Values;
    }

    private static double[] Moved(double[] from, int i, double value)
    {
        double[] to = [.. from];
        to[i] = value;
        return to;
    }

    private double[] Works(IReadOnlyList<FreeFigure> figures, double[] best)
    {
        if (cancellation.IsCancellationRequested || figures.All(f => f is not StaffFigure)) return [.. figures.Select(_ => double.NaN)];
        try
        {
            IReadOnlyDictionary<(string, int), double> works = emulation.Utilisation(With(alone, figures, best), direction, role, cancellation);
            return [.. figures.Select((f, i) => f is StaffFigure s ? works.GetValueOrDefault((s.Station, (int)Math.Round(best[i])), double.NaN) : double.NaN)];
        }
        catch (OperationCanceledException)
        {
            return [.. figures.Select(_ => double.NaN)];
        }
    }

    /// <summary>
    /// What a unit of each figure does to the whitened moments, by a step to the side where it does less: near saturation the other is a cliff, and would make the
    /// figure look surer than it is. Null if interrupted.
    /// </summary>
    private Matrix<double>? Effects(IReadOnlyList<FreeFigure> figures, double[] at)
    {
        if (figures.Count == 0) return null;
        var effects = Matrix<double>.Build.Dense(moments.Count, figures.Count);
        double[][] points = [at, .. figures.SelectMany((f, i) => new[] { Moved(at, i, Math.Max(f.Low, at[i] - f.Step)), Moved(at, i, at[i] + f.Step) })];
        Costs(figures, points);
        if (points.Any(p => Simulated(figures, p) is null)) return null;
        Vector<double> here = distance.Whitened(Simulated(figures, at)!);
        for (int i = 0; i < figures.Count; i++)
        {
            Vector<double>[] sides = [.. new[] { points[2 * i + 1], points[2 * i + 2] }.Where(p => p[i] != at[i]).Select(p => (distance.Whitened(Simulated(figures, p)!) - here) / (p[i] - at[i]))];
            effects.SetColumn(i, sides.MinBy(s => s.L2Norm()));
        }
        return effects;
    }

    /// <summary>What the moments tell of some of the figures, the others held; null if of none.</summary>
    private static Identifiability? Told(IReadOnlyList<FreeFigure> figures, Matrix<double> effects, Func<int, bool> free)
    {
        int[] some = [.. Enumerable.Range(0, figures.Count).Where(free)];
        return some.Length == 0 ? null : Identifiability.Of([.. some.Select(i => figures[i].Name)], Matrix<double>.Build.DenseOfColumnVectors(some.Select(effects.Column)), [.. some.Select(i => figures[i].Step)]);
    }
}
