using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Posts;

/// <summary>A post on its own must have the lines it has in the corridor, or its figures are fitted to something else.</summary>
public sealed class PostAloneTests
{
    private const string Post = "penas-blancas";
    private static readonly CalibrationOptions Options = new() { Days = 28, WarmUpDays = 14 };

    [Fact]
    public void Trucks_from_further_away_come_when_the_posts_before_let_them()
    {
        CorridorModel whole = Shipped.Baseline;
        IReadOnlyDictionary<Direction, double[]> through = ThroughTraffic.At(whole, Post, Options, CancellationToken.None);
        Assert.Equal([Direction.N2S, Direction.S2N], through.Keys.Order());
        Assert.All(through.Values, w => Assert.Equal(1, w.Average(), 1e-9));
        (double wait, double early) = Transit(whole);
        (double freely, _) = Transit(PostAlone.Of(whole, Post, Direction.N2S));
        CorridorModel alone = PostAlone.Of(whole, Post, Direction.N2S, through[Direction.N2S]);
        (double held, double too) = Transit(alone);
        // Posts further north are closed at night: few arrive in the early morning.
        Assert.Equal(early, too, 0.04);
        Assert.True(early < 0.2, $"{early}");
        Assert.True(Math.Abs(held - wait) < 0.5 * Math.Abs(freely - wait), $"in the corridor {wait}, held up {held}, not held up {freely}");
        // Those who set out here are the same trucks.
        Assert.Equal(whole.Demand.Loaded.Single(s => s is { Origin: "NI", Destination: "CR" }), alone.Demand.Loaded.Single(s => s is { Origin: "NI", Destination: "CR" }));
        Assert.DoesNotContain(alone.Demand.Loaded, s => s.Origin != "NI" && s.Hours is null);
    }

    /// <summary>The first post of a direction has no trucks from further away.</summary>
    [Fact]
    public void At_the_end_of_the_corridor_nobody_comes_through() =>
        Assert.Equal([Direction.S2N], ThroughTraffic.At(Shipped.Baseline, "pedro-de-alvarado", Options with { Days = 7, WarmUpDays = 3 }, CancellationToken.None).Keys);

    /// <summary>Of trucks in transit southbound: how long they wait at the first gate, as mean of ln(1 + minutes), and the share that comes from 04:00 to 10:00.</summary>
    private static (double Wait, double Early) Transit(CorridorModel model)
    {
        StudyRow[] rows = [.. Enumerable.Range(0, 2).SelectMany(r => Survey.Of(model, new SurveyDesign { Seed = 3, Replication = r, WarmUpDays = 14, Days = 28, PerStratum = null, Posts = [Post], Sides = ["NI"], Direction = Direction.N2S }).Rows).Where(r => r.Operation == Operation.Transit && r.Stamps.Has(1))];
        return (rows.Average(r => Math.Log(1 + (r.Stamps[1]!.Value - r.Stamps[0]!.Value).TotalMinutes)), rows.Count(r => r.Stamps[0]!.Value.Hour is >= 4 and < 10) / (double)rows.Length);
    }

    /// <summary>Exit sides stamp no lodgement: a desk that is faster for those who declared is moved as a whole, and keeps what the lever changes.</summary>
    [Fact]
    public void A_timed_desk_is_used_though_nobody_noted_who_declared_in_advance()
    {
        CorridorModel before = Shipped.Baseline;
        Stage Gate(CorridorModel m) => m.Post(Post).Side(Direction.S2N, SideRole.Exit).StageOf(StageKind.Gate)!;
        CorridorModel truth = before with { Posts = [.. before.Posts.Select(p => p.Id != Post ? p : p with { Sides = [.. p.Sides.Select(s => s is { Direction: Direction.S2N, Role: SideRole.Exit } ? s.EditStage(StageKind.Gate, g => g.ScaleTimes(Operation.Export, 0.7)) : s)] })] };
        StudyRow[] rows = [.. Survey.Of(truth, new SurveyDesign { Seed = 3, WarmUpDays = 7, PerStratum = 300, StageTimes = true, Posts = [Post], Sides = ["CR"], Direction = Direction.S2N }).Rows];
        UnrecordedAdvance moved = Assert.Single(UnrecordedAdvance.Of(before.Post(Post), rows, 1), u => u.Stage == StageKind.Gate);
        Assert.Equal(0.7, moved.Factor, 0.05);
        Assert.Equal(2, moved.Figures.Count(f => f.Set && f.Low < f.Estimate && f.Estimate < f.High));
        Stage after = moved.On(before.Post(Post).Side(Direction.S2N, SideRole.Exit)).StageOf(StageKind.Gate)!;
        Assert.Equal(Gate(before).ServiceInAdvance[Operation.Export].MeanMilliseconds / Gate(before).Service[Operation.Export].MeanMilliseconds, after.ServiceInAdvance[Operation.Export].MeanMilliseconds / after.Service[Operation.Export].MeanMilliseconds, 1e-3);
        Assert.Empty(UnrecordedAdvance.Of(before.Post(Post), [], 1));
        UnrecordedAdvance few = Assert.Single(UnrecordedAdvance.Of(before.Post(Post), [.. rows.Where(r => r.Operation == Operation.Export).Take(9)], 1), u => u.Stage == StageKind.Gate);
        Assert.Equal((1, Finding.TooFew), (few.Factor, few.Figures[0].Finding));
    }
}
