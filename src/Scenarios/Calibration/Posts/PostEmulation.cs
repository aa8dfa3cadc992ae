using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>What the simulator says a study of a post would have found: the emulated survey, under the same draws for every candidate.</summary>
/// <param name="Post">Id of the post.</param>
/// <param name="Rounding">Minutes to which the study's clocks are rounded.</param>
/// <param name="Staged">The study timed the desks.</param>
/// <param name="Complete">Its rows are all trucks that came.</param>
/// <param name="Options">Length and seed.</param>
internal sealed record PostEmulation(string Post, int Rounding, bool Staged, bool Complete, CalibrationOptions Options)
{
    private const int ProbeMinutes = 15;

    /// <summary>Rows of all trucks of one side, of those days of the week the study has.</summary>
    /// <param name="alone">The post alone, in the direction of the side.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="role">The side.</param>
    /// <param name="days">Days of the week; all if empty.</param>
    /// <param name="replication">Which weeks.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<StudyRow> Rows(CorridorModel alone, Direction direction, SideRole role, IReadOnlySet<DayOfWeek> days, int replication, CancellationToken cancellation) =>
        [.. Whole(alone, direction, replication, cancellation, [alone.Post(Post).CountryOf(direction, role)]).Rows.Where(r => days.Count == 0 || (r.Day is { } d && days.Contains(d.DayOfWeek)))];

    /// <summary>The whole emulated study.</summary>
    public Study Whole(CorridorModel model, Direction? direction, int replication, CancellationToken cancellation, IReadOnlyList<string>? sides = null) => Survey.Of(model, new SurveyDesign
    {
        Seed = Options.Seed, Replication = replication, WarmUpDays = Options.WarmUpDays, Days = Options.Days, PerStratum = null, RoundedToMinutes = Rounding, StageTimes = Staged, Posts = [Post], Sides = sides, Direction = direction,
    }, cancellation);

    /// <summary>Share of its staffed time that each number of staff of each station of a side works: what stood there at every quarter of an hour, as far as there were officers for it.</summary>
    public IReadOnlyDictionary<(string Station, int Level), double> Utilisation(CorridorModel alone, Direction direction, SideRole role, CancellationToken cancellation)
    {
        BorderPost post = alone.Post(Post);
        SideProcedure side = post.Side(direction, role);
        CorridorNetwork network = CorridorCompiler.Compile(alone, SimDuration.FromDays(Options.WarmUpDays), SimDuration.FromDays(Options.Days));
        long first = SimDuration.FromDays(Options.WarmUpDays).Milliseconds, step = ProbeMinutes * SimDuration.MillisecondsPerMinute;
        int probes = Options.Days * 1440 / ProbeMinutes;
        SimTime[] at = [.. Enumerable.Range(0, probes).Select(i => new SimTime(first + i * step + step / 2))];
        var replication = new Replication(network.Network, new RunOptions
        {
            Seed = Options.Seed, Replication = 0, WarmUp = SimDuration.FromDays(Options.WarmUpDays), Length = SimDuration.FromDays(Options.Days), Drain = false, Probes = at,
        }, null);
        replication.RunToEnd(cancellation);
        RunResult result = replication.Result();
        int ahead = (int)Math.Round((alone.Country(side.Country).UtcOffsetHours + 6) * 60);
        var busy = new Dictionary<(string, int), (double Busy, double Staffed)>();
        foreach (StationSpec station in side.Stations)
        {
            int number = network.Stations.ToList().FindIndex(s => s.PostIndex == alone.Posts.ToList().FindIndex(p => p.Id == Post) && s.Direction == direction && s.Role == role && s.Lane == station.Name);
            if (number < 0) continue;
            int[] levels = station.Roster.MinuteLevels();
            for (int i = 0; i < result.Probes.Count; i++)
            {
                long minute = at[i].Milliseconds / SimDuration.MillisecondsPerMinute + ahead;
                int level = levels[(int)((minute % levels.Length + levels.Length) % levels.Length)];
                if (level == 0) continue;
                (double b, double s) = busy.GetValueOrDefault((station.Name, level));
                busy[(station.Name, level)] = (b + Math.Min(level, result.Probes[i][number]), s + level);
            }
        }
        return busy.ToDictionary(b => b.Key, b => b.Value.Busy / b.Value.Staffed);
    }

    /// <summary>The minutes to which all stamps of a study are rounded; 0 if to none.</summary>
    public static int RoundingOf(IReadOnlyList<StudyRow> rows)
    {
        foreach (int minutes in (int[])[60, 30, 15, 10, 5, 1])
        {
            long unit = minutes * TimeSpan.TicksPerMinute;
            if (rows.All(r => Enumerable.Range(0, RowStamps.Count).All(i => r.Stamps[i] is not { } t || t.Ticks % unit == 0))) return minutes;
        }
        return 0;
    }
}
