using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <content>How sure the moments are.</content>
internal sealed partial class SideSearch
{
    private const int Replications = 64, BatchesPerMoment = 6;

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
        return Matrix<double>.Build.Dense(moments.Count, moments.Count, (i, j) => i == j ? Inflation * covariance[i, i] : 0);
    }

    /// <summary>Covariance at a fit: weeks of the emulated survey, each with as many trucks of each operation as the study has, and the emulation's own noise.</summary>
    private Matrix<double> FromWeeks(IReadOnlyList<FreeFigure> figures, double[] at)
    {
        int replications = Math.Clamp(BatchesPerMoment * moments.Count * length / emulation.Options.Days, Replications, 4 * Replications);
        Dictionary<Operation, int> counts = rows.GroupBy(r => r.Operation).ToDictionary(g => g.Key, g => g.Count());
        CorridorModel model = With(alone, figures, at);
        var sampled = new double[replications][][];
        var all = new double[replications][][];
        try
        {
            Parallel.For(0, replications, AtOnce, r =>
            {
                var stream = new KeyedStream(Mix.Combine(Mix.Combine(emulation.Options.Seed, Resampling), (ulong)r + 1));
                List<StudyRow>[] blocks = [.. Blocks(emulation.Rows(model, direction, role, days, r + 1, cancellation))];
                all[r] = [.. blocks.Select(b => moments.In(b))];
                sampled[r] = emulation.Complete ? all[r] : [.. blocks.Select(b => moments.In(Drawn(b, counts, ref stream)))];
            });
        }
        catch (Exception e) when (e is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
        {
            return distance.Covariance;
        }
        told(replications);
        double[] floors = moments.Floors(emulation.Staged ? FloorOfTimedDesks : Floor), none = [.. Enumerable.Repeat(1e-6, moments.Count)];
        return MomentCovariance.Of([.. sampled.SelectMany(w => w)], none) + MomentCovariance.Of([.. all.SelectMany(w => w)], none) * (length / (double)emulation.Options.Days)
            + Matrix<double>.Build.DenseOfDiagonalArray([.. floors.Select(f => f * f)]);
    }

    /// <summary>Emulated rows in parts as long as the study: weeks, or as many weeks at a time as it has.</summary>
    private IEnumerable<List<StudyRow>> Blocks(IReadOnlyList<StudyRow> emulated)
    {
        int first = emulated.Count == 0 ? 0 : StudySplit.DayOf(emulated[0])!.Value.DayNumber;
        List<StudyRow>[] whole = [.. emulated.GroupBy(e => (StudySplit.DayOf(e)!.Value.DayNumber - first) / length).Select(g => g.ToList())];
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
