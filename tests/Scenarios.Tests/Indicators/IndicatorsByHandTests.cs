using System.Globalization;
using System.Text.Json;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Tests.Rollouts;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Tests.Indicators;

/// <summary>The indicators against sums made from nothing but the lines of a trace, as somebody with a spreadsheet would make them.</summary>
public class IndicatorsByHandTests
{
    private const double HoursPerTick = 1.0 / TimeSpan.TicksPerHour;

    private static readonly RepresentativeWeeks[] Weeks =
        [new("one", new("uno", "one"), null, 1, 0, 300, false), new("two", new("dos", "two"), null, 1, 1, 66, false)];

    private static readonly RolloutRun Run = RolloutRun.Run(
        new RolloutRequest { Rollout = TestRollout.Shipped with { Weeks = Weeks }, Years = [2024], Options = new ExperimentOptions { Replications = 1, Seed = 7 } }, new LocalExecutor());

    [Fact]
    public void Every_cell_equals_the_sum_of_times_over_the_number_of_operations_in_the_traces()
    {
        StrategyTable table = StrategyTable.Of(Run);
        var sums = new Dictionary<string, (double Operations, double Hours)>();
        var printed = new Dictionary<string, double>();
        foreach (WeekRun week in Run.Years[0].Without.Weeks)
            foreach (Side side in Sides(week))
                foreach (string key in side.Keys)
                {
                    (double operations, double hours) = sums.GetValueOrDefault(key);
                    sums[key] = (operations + week.Weight, hours + week.Weight * side.Hours);
                }
        Assert.True(sums["I1"].Operations > 300 * 4000);
        int cells = 0;
        foreach (IndicatorRow row in table.Rows.Where(r => sums.ContainsKey(r.Key)))
        {
            IndicatorValue value = table.Value(row, 2024, RolloutCase.Without);
            Assert.Equal(sums[row.Key].Operations, value.Operations, 6);
            // To the second and beyond: a microhour is 4 ms.
            Assert.Equal(sums[row.Key].Hours / sums[row.Key].Operations, value.Mean.Mean, 6);
            if (value.AsPrinted is { } asPrinted) Assert.Equal(sums[row.Key.Replace("I2", "I3", StringComparison.Ordinal)].Hours / sums[row.Key].Operations, asPrinted.Mean, 6);
            cells++;
        }
        Assert.Equal(cells, table.Rows.Count(r => table.Value(r, 2024, RolloutCase.Without).Operations > 0));
        Assert.InRange(cells, 50, 67);
    }

    private sealed record Side(string Post, string Country, string Way, string Operation, double Hours)
    {
        public IEnumerable<string> Keys
        {
            get
            {
                string id = Operation switch { "EXPORT" => "I2", "IMPORT" => "I3", "TRANSIT" => Way == "N2S" ? "I4" : "I5", _ => Way == "N2S" ? "I6" : "I7" };
                return ["I1", id, $"{Post}.{Country}.{id}"];
            }
        }
    }

    /// <summary>Both sides of all crossings whose truck joined its first line there in the measured days, from raw lines.</summary>
    private static List<Side> Sides(WeekRun week)
    {
        SimDuration warmUp = SimDuration.FromDays(week.Weeks.WarmUpDays), length = SimDuration.FromDays(week.Weeks.Days);
        CorridorNetwork corridor = CorridorCompiler.Compile(week.Model, warmUp, length);
        using var text = new StringWriter();
        TraceRun.Write(corridor, new TraceRequest { Seed = 7, From = SimTime.FromDays(0), To = SimTime.FromDays(week.Weeks.WarmUpDays + week.Weeks.Days + 7) }, text);
        // Simulated instant zero, as the documentation of the trace has it.
        DateTimeOffset zero = new(2024, 2, 5, 0, 0, 0, TimeSpan.FromHours(-6)), opens = zero.AddDays(week.Weeks.WarmUpDays), closes = opens.AddDays(week.Weeks.Days);
        var first = new Dictionary<string, DateTimeOffset>();
        var started = new Dictionary<(string Trip, string Country), (DateTimeOffset At, string Trip)>();
        var sides = new List<(string Trip, Side Side)>();
        foreach (string line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.Contains("\"queue.enter\"", StringComparison.Ordinal) && !line.Contains("\"post.exit\"", StringComparison.Ordinal)) continue;
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement e = json.RootElement;
            string Field(string name) => e.GetProperty(name).GetString()!;
            DateTimeOffset at = DateTimeOffset.Parse(Field("t"), CultureInfo.InvariantCulture);
            if (Field("type") == "queue.enter")
            {
                first.TryAdd(Field("trip"), at);
                started[(Field("trip"), Field("side"))] = (at, Field("trip"));
            }
            else if (started.Remove((Field("trip"), Field("side")), out (DateTimeOffset At, string Trip) begun))
            {
                sides.Add((begun.Trip, new Side(Post(week.Model, Field("post")), Field("side"), Field("dir"), Field("op"), (at - begun.At).Ticks * HoursPerTick)));
            }
        }
        Assert.DoesNotContain(started.Values, s => first[s.Trip] >= opens && first[s.Trip] < closes);
        return [.. sides.Where(s => first[s.Trip] >= opens && first[s.Trip] < closes).Select(s => s.Side)];
    }

    private static string Post(CorridorModel model, string code) => model.Posts.Single(p => p.Id == code).Id;
}
