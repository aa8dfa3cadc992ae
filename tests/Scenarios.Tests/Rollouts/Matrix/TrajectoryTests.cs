using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Tests.Rollouts.Matrix;

/// <summary>Three readings give three trajectories.</summary>
public class TrajectoryTests
{
    private static MatrixRow Row(string id) => TestRollout.Shipped.Matrix.Single(r => r.Id == id);

    [Fact]
    public void As_printed_adds_the_cells_whatever_the_goal()
    {
        Assert.Equal([8, 11, 14, 17, 20, 20, 20], Trajectory.Of(Row("P1M1a"), MatrixReading.AsPrinted));
        Assert.Equal([9, 12, 14, 14, 14, 14, 14], Trajectory.Of(Row("P4M2c"), MatrixReading.AsPrinted));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0], Trajectory.Of(Row("P4M3-lanes"), MatrixReading.AsPrinted));
    }

    [Fact]
    public void Scaled_keeps_the_years_and_comes_to_the_goal()
    {
        // Base 6, goal 17, increments 2 3 3 3 3: 11 of them spread as 14 are.
        Assert.All(Trajectory.Of(Row("P1M1a"), MatrixReading.ScaledToGoal).Zip([6 + 11 * 2 / 14.0, 6 + 11 * 5 / 14.0, 6 + 11 * 8 / 14.0, 6 + 11 * 11 / 14.0, 17, 17, 17]), p => Assert.Equal(p.Second, p.First, 12));
        Assert.Equal([0, 0, 0, 0, 0, 0, 6], Trajectory.Of(Row("P4M3-lanes"), MatrixReading.ScaledToGoal));
        Assert.Equal(14, Trajectory.Of(Row("P4M1a"), MatrixReading.ScaledToGoal)[^1], 12);
    }

    [Fact]
    public void Ones_own_levels_hold_until_the_next_and_rows_without_any_are_as_printed()
    {
        Assert.Equal([6, 9, 9, 12, 12, 12, 17], Trajectory.Of(Row("P1M1a"), MatrixReading.Own, new Dictionary<int, double> { [2025] = 9, [2027] = 12, [2030] = 17 }));
        Assert.Equal(Trajectory.Of(Row("P1M1a"), MatrixReading.AsPrinted), Trajectory.Of(Row("P1M1a"), MatrixReading.Own));
    }

    [Fact]
    public void The_shipped_rollout_gives_three_different_ones()
    {
        foreach (string line in new[] { "AdvanceDeclaration", "CoordinatedBorderManagement" })
            Assert.Equal(3, Enum.GetValues<MatrixReading>().Select(r => string.Join(' ', TestRollout.Shipped.Levels(TestRollout.Shipped.Line(line), r)!)).Distinct().Count());
    }
}
