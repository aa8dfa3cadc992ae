using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <content>How sure the moments are.</content>
internal sealed partial class SideSearch
{
    private const int FewReplications = 16, BatchesPerMoment = 6;

    /// <summary>Covariance for the first look: rows drawn again, four times as uncertain as that, since trucks of a day share its line; moments as if independent.</summary>
    private Matrix<double> FromStudy()
    {
        var stream = new KeyedStream(Mix.Combine(emulation.Options.Seed, Resampling));
        const int Samples = 40;
        var batches = new List<double[]>(Samples);
        for (int b = 0; b < Samples; b++)
        {
            var drawn = new StudyRow[rows.Count];
            for (int i = 0; i < drawn.Length; i++) drawn[i] = rows[(int)(stream.NextUniform() * rows.Count)];
            batches.Add(moments.In(drawn));
        }
        Matrix<double> covariance = MomentCovariance.Of(batches, [.. Enumerable.Repeat(FloorOfTimedDesks, moments.Count)]);
        resampled = [.. covariance.Diagonal()];
        return Matrix<double>.Build.Dense(moments.Count, moments.Count, (i, j) => i == j ? Inflation * covariance[i, i] : 0);
    }

    /// <summary>The objective with the covariance of weeks at a fit and of the emulation's own noise; the one there is where there are no weeks.</summary>
    private MomentDistance Weighted(IReadOnlyList<FreeFigure> figures, double[] at)
    {
        if (Weeks(figures, at) is not { } weeks) return distance;
        return new MomentDistance(observed, Covariance(weeks.Drawn) + MomentCovariance.Of(weeks.All, Never) * (length / (double)emulation.Options.Days));
    }

    /// <summary>
    /// How likely a fit is, as -2 ln of the density of the study's moments with what is believed before: normal, with the mean and the covariance that many emulated
    /// weeks have there (synthetic likelihood; Wood 2010). Unlike the objective it allows for lines that vary more at one number of staff than at another, and
    /// hardly has noise of its own. With it the objective at these weights; null if there are no weeks.
    /// </summary>
    private (double Value, double Distance)? Likelihood(IReadOnlyList<FreeFigure> figures, double[] at)
    {
        if (Weeks(figures, at) is not { } weeks) return null;
        var there = new MomentDistance(observed, Covariance(weeks.Drawn));
        double j = there.Of(Mean([.. weeks.Drawn]));
        return (j + there.LogDeterminant + Beliefs(figures, at), j);
    }

    /// <summary>Of weeks, with what no model has; where desks were timed no moment is surer than the study's own rows make it: at a number of staff with which nobody ever waits, waits would look impossible.</summary>
    private Matrix<double> Covariance(IReadOnlyList<double[]> weeks)
    {
        Matrix<double> covariance = MomentCovariance.Of(weeks, Never);
        double[] floors = moments.Floors(emulation.Staged ? FloorOfTimedDesks : Floor);
        return covariance + Matrix<double>.Build.DenseOfDiagonalArray([.. floors.Select((f, i) => Math.Max(f * f, emulation.Staged ? resampled[i] - covariance[i, i] : 0))]);
    }

    private double[] Never => [.. Enumerable.Repeat(1e-6, moments.Count)];

    /// <summary>Moments of emulated weeks at a fit, with as many trucks of each operation as the study has, and with all; null if interrupted, or if the model brings none.</summary>
    private (IReadOnlyList<double[]> Drawn, IReadOnlyList<double[]> All)? Weeks(IReadOnlyList<FreeFigure> figures, double[] at)
    {
        // Where desks were timed the floors outweigh what more weeks would tell.
        int replications = emulation.Staged ? FewReplications : Math.Clamp(BatchesPerMoment * moments.Count * length / emulation.Options.Days, 4 * FewReplications, 16 * FewReplications);
        Dictionary<Operation, int> counts = rows.GroupBy(r => r.Operation).ToDictionary(g => g.Key, g => g.Count());
        CorridorModel model = With(alone, figures, at);
        var drawn = new double[replications][][];
        var all = new double[replications][][];
        try
        {
            Parallel.For(0, replications, AtOnce, r =>
            {
                var stream = new KeyedStream(Mix.Combine(Mix.Combine(emulation.Options.Seed, Resampling), (ulong)r + 1));
                List<StudyRow>[] blocks = [.. Blocks(emulation.Rows(model, direction, role, days, r + 1, cancellation))];
                all[r] = [.. blocks.Select(moments.In)];
                drawn[r] = emulation.Complete ? all[r] : [.. blocks.Select(b => moments.In(Drawn(b, counts, ref stream)))];
            });
        }
        catch (Exception e) when (e is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
        {
            return null;
        }
        told(replications);
        double[][] weeks = [.. drawn.SelectMany(w => w)];
        return weeks.Length < 3 ? null : (weeks, [.. all.SelectMany(w => w)]);
    }

    /// <summary>Emulated rows in parts as long as the study: weeks, or as many weeks at a time as it has.</summary>
    private IEnumerable<List<StudyRow>> Blocks(IReadOnlyList<StudyRow> emulated)
    {
        int first = emulated.Count == 0 ? 0 : emulated[0].Day!.Value.DayNumber;
        List<StudyRow>[] whole = [.. emulated.GroupBy(e => (e.Day!.Value.DayNumber - first) / length).Select(g => g.ToList())];
        // Where local time differs from that of the simulation, an hour or two of a further week is no week.
        int usual = whole.Length == 0 ? 0 : whole.Max(w => w.Count);
        return whole.Where(w => w.Count > usual / 2);
    }

    private double[] Mean(double[][] blocks) => [.. Enumerable.Range(0, moments.Count).Select(i => blocks.Length == 0 ? 0 : blocks.Average(b => b[i]))];

    private static List<StudyRow> Drawn(List<StudyRow> week, Dictionary<Operation, int> counts, ref KeyedStream stream)
    {
        var drawn = new List<StudyRow>();
        foreach (IGrouping<Operation, StudyRow> same in week.GroupBy(r => r.Operation))
        {
            StudyRow[] all = [.. same];
            int most = Math.Min(all.Length, counts.GetValueOrDefault(same.Key));
            for (int i = 0; i < most; i++)
            {
                int other = i + (int)(stream.NextUniform() * (all.Length - i));
                (all[i], all[other]) = (all[other], all[i]);
                drawn.Add(all[i]);
            }
        }
        return drawn;
    }
}
