using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace CorridorTwin.Scenarios.Tests.Calibration.Posts;

/// <summary>
/// How many rows it takes to tell a full desk's number of staff by stamps alone: how far the moments of a week's sample lie from those of the nearest other number with
/// the service time that comes closest, in deviations of such samples (Mahalanobis). Half of that distance is the most anyone who sees these moments can be sure by.
/// </summary>
public sealed class WhatASampleTellsTests(ITestOutputHelper output)
{
    private const int Replications = 120;
    private static readonly int[] Sizes = [60, 125, 250, 500];
    private static readonly PostEmulation Emulation = new(PlantedPost.Id, 1, false, false, new CalibrationOptions());

    [Trait("Category", "Long")]
    [Theory]
    [InlineData(21, 2)]
    [InlineData(44, 4)]
    public void FullDesks(double customs, int staff)
    {
        IReadOnlyList<StudyRow>[] truth = Weeks(customs, staff);
        var others = new List<(int Staff, double Customs, IReadOnlyList<StudyRow>[] Weeks)>();
        foreach (int other in new[] { staff - 1, staff + 1 }.Where(s => s > 0))
            foreach (double factor in (double[])[0.82, 0.86, 0.9, 0.94, 0.97, 1, 1.03])
                others.Add((other, customs * other / staff * factor, Weeks(customs * other / staff * factor, other)));
        var distances = new List<double>();
        foreach (int size in Sizes)
        {
            SideMoments moments = SideMoments.Of(Drawn(truth[0], size, 0), false, false);
            double[][] ours = Moments(moments, truth, size);
            Vector<double> mean = Mean(ours);
            // An overtaking that never happens varies by nothing: the floors of the search keep it from ruling.
            Matrix<double> precision = (Covariance(ours, mean) + Matrix<double>.Build.DenseOfDiagonalArray([.. moments.Floors(0.01).Select(f => f * f)])).Inverse();
            (double Distance, int Staff, double Customs) nearest = others.Select(o => (Of(Mean(Moments(moments, o.Weeks, size)) - mean), o.Staff, o.Customs)).Min();
            double Of(Vector<double> d) => Math.Sqrt(d * precision * d);
            distances.Add(nearest.Distance);
            output.WriteLine($"{staff} x {customs} min, {size} trucks: nearest {nearest.Staff} x {nearest.Customs:0.0}, distance {nearest.Distance:0.0}, right at best {100 * Normal.CDF(0, 1, nearest.Distance / 2):0} %");
        }
        Assert.Equal(distances.Order(), distances);
        // docs/calibration.md quotes these: two officers or three are told by 250 trucks, four or five by 125 are not, whoever looks.
        if (staff == 2) Assert.True(distances[2] > 3.3, $"{distances[2]}");
        if (staff == 4) Assert.True(distances[1] < 1.6, $"{distances[1]}");
    }

    private static IReadOnlyList<StudyRow>[] Weeks(double customs, int staff)
    {
        CorridorModel alone = PostAlone.Of(new PlantedPost { Customs = customs, CustomsStaff = staff, Red = 0.2 }.Model, PlantedPost.Id, Direction.N2S);
        var weeks = new IReadOnlyList<StudyRow>[Replications][];
        Parallel.For(0, Replications, r =>
        {
            IReadOnlyList<StudyRow> rows = Emulation.Rows(alone, Direction.N2S, SideRole.Exit, new HashSet<DayOfWeek>(), r, default);
            int first = rows[0].Day!.Value.DayNumber;
            weeks[r] = [.. rows.GroupBy(row => (row.Day!.Value.DayNumber - first) / 7).Where(g => g.Key < 4).Select(g => (IReadOnlyList<StudyRow>)[.. g])];
        });
        return [.. weeks.SelectMany(w => w)];
    }

    private static StudyRow[] Drawn(IReadOnlyList<StudyRow> week, int size, int seed)
    {
        var random = new Random(seed);
        return [.. week.GroupBy(r => r.Operation).SelectMany(g => g.OrderBy(_ => random.Next()).Take(size))];
    }

    private static double[][] Moments(SideMoments moments, IReadOnlyList<StudyRow>[] weeks, int size) => [.. weeks.Select((w, i) => moments.In(Drawn(w, size, i + 1)))];

    private static Vector<double> Mean(double[][] all) => Vector<double>.Build.Dense(all[0].Length, i => all.Average(m => m[i]));

    private static Matrix<double> Covariance(double[][] all, Vector<double> mean) =>
        all.Select(m => Vector<double>.Build.Dense(m) - mean).Aggregate(Matrix<double>.Build.Dense(mean.Count, mean.Count), (sum, d) => sum + d.OuterProduct(d)) / (all.Length - 1);
}
