using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <content>How sure the moments are.</content>
internal sealed partial class SideSearch
{
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
        const int Replications = 16;
        Dictionary<Operation, int> counts = rows.GroupBy(r => r.Operation).ToDictionary(g => g.Key, g => g.Count());
        CorridorModel model = With(alone, figures, at);
        var weeks = new double[Replications][][];
        try
        {
            Parallel.For(0, Replications, AtOnce, r =>
            {
                var stream = new KeyedStream(Mix.Combine(Mix.Combine(emulation.Options.Seed, Resampling), (ulong)r + 1));
                IReadOnlyList<StudyRow> emulated = emulation.Rows(model, direction, role, days, r + 1, cancellation);
                int first = emulated.Count == 0 ? 0 : StudySplit.DayOf(emulated[0])!.Value.DayNumber;
                List<StudyRow>[] whole = [.. emulated.GroupBy(e => (StudySplit.DayOf(e)!.Value.DayNumber - first) / 7).Select(g => g.ToList())];
                // Where local time differs from that of the simulation, an hour or two of a further week is no week.
                int usual = whole.Length == 0 ? 0 : whole.Max(w => w.Count);
                weeks[r] = [.. whole.Where(w => w.Count > usual / 2).Select(week => moments.In(emulation.Complete ? week : Drawn(week, counts, ref stream)))];
            });
        }
        catch (Exception e) when (e is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
        {
            return distance.Covariance;
        }
        told(Replications);
        double noise = 1 + 7.0 / emulation.Options.Days;
        return MomentCovariance.Of([.. weeks.SelectMany(w => w)], [.. Enumerable.Repeat(0.03, moments.Count)]) * noise;
    }

    /// <summary>
    /// No moment is surer than the study's own rows drawn again make it, than its rounded clocks, or than the floor: quantiles of whole minutes may be the same in
    /// every emulated week, and would rule all others.
    /// </summary>
    private Matrix<double> Steadied(Matrix<double> weeks, double[] observed, Matrix<double> first)
    {
        double floor = emulation.Staged ? FloorOfTimedDesks : Floor;
        for (int i = 0; i < observed.Length; i++)
        {
            double drawn = first[i, i] / Inflation;
            weeks[i, i] = Math.Max(weeks[i, i], drawn) + floor * floor;
        }
        return weeks;
    }

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
