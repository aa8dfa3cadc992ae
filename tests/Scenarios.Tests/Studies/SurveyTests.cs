using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed class SurveyTests
{
    private static readonly SurveyDesign Everyone = new() { Seed = 5, WarmUpDays = 3, Days = 1, FollowUpHours = 6, PerStratum = null, RoundedToMinutes = 0, StageTimes = true };

    [Fact]
    public void A_survey_of_everyone_writes_down_what_the_trace_tells()
    {
        Study study = Survey.Of(Shipped.Baseline, Everyone);
        CorridorNetwork corridor = CorridorCompiler.Compile(Shipped.Baseline, SimDuration.FromDays(3), SimDuration.FromDays(1));
        var told = new Dictionary<(string, string, string), TripSide>();
        TraceReplay? replay = null;
        var request = new TraceRequest { Seed = 5, From = SimTime.FromDays(3), To = SimTime.FromDays(4.25) };
        TraceRun.Tell(corridor, request, h => replay = new TraceReplay(h, t => told.Add((t.Unit, t.Post, t.Side), t)), e => replay!.Apply(e));

        int compared = 0;
        foreach (StudyRow row in study.Rows.Where(r => !r.Censored))
        {
            TripSide trip = told[(row.Truck, row.Post, row.Side)];
            foreach (int i in new[] { 0, 2, 3, 6, 7, 8 }) Assert.Equal(trip.Stamps[i], row.Stamps[i]);
            Assert.Equal(trip.Stamps[1] ?? trip.Stamps[0], row.Stamps[1]);
            Assert.Equal((trip.Op, trip.Channel, trip.Dir), (row.Operation, row.Channel, row.Direction));
            compared++;
        }
        Assert.InRange(compared, 1000, 20000);
        // Who joined a line that day and is not among those that left is censored, and nobody else is.
        DateTimeOffset from = TraceClock.At(request.From, TimeSpan.FromHours(-6)), to = from.AddDays(1);
        int left = told.Values.Count(t => t.Stamps[0] >= from && t.Stamps[0] < to);
        int inside = replay!.Inside.Count(t => t.Stamps[0] >= from && t.Stamps[0] < to);
        Assert.Equal(left, compared);
        Assert.Equal(inside, study.Rows.Count(r => r.Censored));
        Assert.True(inside > 0);
    }

    [Fact]
    public void A_sample_is_drawn_from_each_stratum_rounded_and_missed_as_designed()
    {
        SurveyDesign design = Everyone with { Posts = ["paso-canoas"], PerStratum = 12, RoundedToMinutes = 5, MissedShare = 0.3 };
        Study study = Survey.Of(Shipped.Baseline, design);
        Assert.All(study.Rows, r => Assert.Equal("paso-canoas", r.Post));
        Assert.All(study.Rows.GroupBy(r => (r.Side, r.Direction, r.Operation)), g => Assert.InRange(g.Count(), 1, 12));
        Assert.Contains(study.Rows.GroupBy(r => (r.Side, r.Direction, r.Operation)), g => g.Count() == 12);
        Assert.All(study.Rows, r => Assert.All(Enumerable.Range(0, 9).Select(i => r.Stamps[i]).OfType<DateTimeOffset>(), t => Assert.Equal(0, t.Ticks % (5 * TimeSpan.TicksPerMinute))));
        Assert.InRange(study.Rows.Count(r => !r.Stamps.Has(0)) / (double)study.Rows.Count, 0.15, 0.45);
        Assert.All(study.Rows, r => Assert.True(r.Stamps.Has(1) || r.Censored));
        Assert.All(study.Rows.Where(r => r.Side == "PA"), r => Assert.Equal(TimeSpan.FromHours(-5), r.Stamps.Offset));
        Assert.Equal(study.Rows.Select(r => (r.Truck, r.Stamps)), Survey.Of(Shipped.Baseline, design).Rows.Select(r => (r.Truck, r.Stamps)));
        // The same trucks are drawn when more are.
        Study more = Survey.Of(Shipped.Baseline, design with { PerStratum = 20 });
        Assert.Subset(more.Rows.Select(r => (r.Truck, r.Side)).ToHashSet(), study.Rows.Select(r => (r.Truck, r.Side)).ToHashSet());
    }
}
