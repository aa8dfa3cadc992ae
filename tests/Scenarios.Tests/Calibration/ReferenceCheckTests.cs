using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Calibration;

/// <summary>Targets evaluated on replications whose rows are known.</summary>
public class ReferenceCheckTests
{
    private static readonly CorridorModel Model = Shipped.Folder.Baselines[0].Model;

    // Guasaule, over 10 days: 300 pair, 500 transit and 200 empty crossings; southbound 100, 300 and 200 of them.
    private static readonly (TruckKind Kind, int South, int North, double Hours)[] Trucks = [(TruckKind.Pair, 100, 200, 6), (TruckKind.Transit, 300, 200, 5), (TruckKind.Empty, 200, 0, 2)];

    private static ReplicationSummary Run(double more)
    {
        var rows = new Dictionary<RowKey, RowValue>();
        void Add(RowKey key, int count, double mean)
        {
            if (count > 0) rows[key] = new RowValue(count, mean, mean, mean, 0.5, 0.1, 0.2, 0.3, mean - 1.1, 0, mean, mean, 0);
        }
        foreach ((TruckKind kind, int south, int north, double hours) in Trucks)
        {
            Add(new RowKey(2, Direction.N2S, null, null, kind, null), south, hours + more);
            Add(new RowKey(2, Direction.S2N, null, null, kind, null), north, hours + more);
            Add(new RowKey(2, null, null, null, kind, null), south + north, hours + more);
        }
        Add(new RowKey(2, Direction.N2S, SideRole.Entry, Operation.Import, null, null), 100, 8 + more);
        Add(new RowKey(1, Direction.S2N, SideRole.Entry, Operation.Import, null, null), 300, 12 + more);
        return new ReplicationSummary
        {
            Replication = 0, Rows = rows, Crossings = 1000, Days = 10, Cost = default, Examined = 0, Detections = 0, Deferred = 0, Diverted = 0, Fingerprint = 0, Events = 0, CohortInside = 0,
        };
    }

    private static ReferenceResult Check(ReferenceRow row, double spread = 0.01) => Assert.Single(ReferenceCheck.Of([row], Model, [Run(-spread), Run(spread), Run(0)]));

    private static ReferenceRow Row(string quantity, double value, (double, double)? range = null, (double, double)? aim = null, (double, double)? must = null, Direction? direction = null, TruckKind? kind = null, string? post = "guasaule", SideRole? role = null, Operation? operation = null) =>
        new(1, post, direction, role, kind, operation, quantity, "", value, range, aim, must, "");

    [Fact]
    public void Volumes_and_shares_count_crossings()
    {
        Assert.Equal(100, Check(Row("volume", 100)).Simulated.Mean, 1e-9);
        Assert.Equal(60, Check(Row("direction-share", 50, direction: Direction.N2S)).Simulated.Mean, 1e-9);
        Assert.Equal(50, Check(Row("mix-share", 50, kind: TruckKind.Transit)).Simulated.Mean, 1e-9);
    }

    [Fact]
    public void Times_weigh_each_truck_once()
    {
        Assert.Equal(5, Check(Row("M_crossing", 5, kind: TruckKind.Transit)).Simulated.Mean, 1e-9);
        Assert.Equal((100 * 8 + 300 * 12) / 400.0, Check(Row("M_side", 10, post: null, role: SideRole.Entry, operation: Operation.Import)).Simulated.Mean, 1e-9);
        Assert.Equal(100 * (0.1 + 0.2 + 0.3 + 3.9) / 5, Check(Row("waiting-share", 99, kind: TruckKind.Transit)).Simulated.Mean, 0.01);
    }

    [Fact]
    public void Deviation_is_relative_to_the_target() => Assert.Equal(-50, Check(Row("M_crossing", 10, kind: TruckKind.Transit)).DeviationPercent, 1e-9);

    [Theory]
    [InlineData(4, 6, 4.5, 5.5, null, null, ReferenceVerdict.Aim)]
    [InlineData(4, 6, 5.5, 6.0, null, null, ReferenceVerdict.Range)]
    [InlineData(6, 8, 6.0, 7.0, null, null, ReferenceVerdict.Outside)]
    [InlineData(4, 6, null, null, 4.9, 5.1, ReferenceVerdict.Must)]
    [InlineData(4, 6, null, null, 5.1, 5.2, ReferenceVerdict.Outside)]
    [InlineData(6, 8, null, null, 4.9, 5.1, ReferenceVerdict.Outside)]
    public void A_tight_target_comes_before_the_range_and_the_range_before_the_aim(double low, double high, double? aimLow, double? aimHigh, double? mustLow, double? mustHigh, ReferenceVerdict expected)
    {
        (double, double)? Pair(double? a, double? b) => a is { } x && b is { } y ? (x, y) : null;
        ReferenceResult result = Check(Row("M_crossing", 5, (low, high), Pair(aimLow, aimHigh), Pair(mustLow, mustHigh), kind: TruckKind.Transit));
        Assert.Equal(expected, result.Verdict);
        Assert.Equal(expected is not ReferenceVerdict.Outside, result.Passes);
    }

    [Fact]
    public void A_tight_target_is_not_proved_by_a_wide_interval()
    {
        ReferenceResult result = Check(Row("M_crossing", 5, (4, 6), must: (4.9, 5.1), kind: TruckKind.Transit), spread: 0.5);
        Assert.Equal((ReferenceVerdict.TooWide, false), (result.Verdict, result.Passes));
    }

    [Fact]
    public void What_never_ran_holds_nothing() => Assert.False(Assert.Single(ReferenceCheck.Of([Row("M_crossing", 5, (4, 6))], Model, [])).Passes);
}
