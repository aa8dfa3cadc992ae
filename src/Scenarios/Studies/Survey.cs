using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>Makes the simulator produce the table a time release study would, so that simulated and observed are compared like with like.</summary>
public static class Survey
{
    private static readonly ulong Chosen = Mix.HashName("survey/chosen");
    private static readonly ulong MissedRead = Mix.HashName("survey/missed");

    /// <summary>Surveys one simulated week.</summary>
    /// <param name="model">The corridor.</param>
    /// <param name="design">How it is surveyed.</param>
    /// <param name="cancellation">Ends it without a study.</param>
    /// <exception cref="ArgumentException">The design is none: a share beyond 0 to 1, days or trucks below 1, a post the model does not have.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Study Of(CorridorModel model, SurveyDesign design, CancellationToken cancellation = default)
    {
        Check(model, design);
        SimTime from = SimTime.FromDays(design.WarmUpDays);
        SimTime to = SimTime.FromDays(design.WarmUpDays + design.Days);
        var until = new SimTime(to.Milliseconds + (long)(design.FollowUpHours * SimDuration.MillisecondsPerHour));
        CorridorNetwork corridor = CorridorCompiler.Compile(model, SimDuration.FromDays(design.WarmUpDays), SimDuration.FromDays(design.Days));
        bool Wanted(string post, string side, Direction direction) =>
            (design.Posts is not { } posts || posts.Contains(post)) && (design.Sides is not { } sides || sides.Contains(side)) && (design.Direction is not { } way || way == direction);
        IReadOnlyList<Passage> came = PassageLog.Of(corridor, design.Seed, design.Replication, (from, to), until, Wanted, cancellation);
        HashSet<(string, Direction, string)> gateless = [.. model.Posts.SelectMany(p => p.Sides.Where(s => s.SingleStop || s.Stages.All(t => t.Kind != StageKind.Gate)).Select(s => (p.Id, s.Direction, s.Country)))];
        string name = string.Create(CultureInfo.InvariantCulture, $"survey-{design.Seed}-{design.Replication}");
        var rows = new List<StudyRow>();
        foreach (Passage passage in Sample(came, design)) rows.Add(Row(passage, design, until, gateless.Contains((passage.Post, passage.Direction, passage.Side)), name, rows.Count + 2));
        return new Study
        {
            Source = name,
            Hash = HashOf(model, design),
            Rows = rows,
            Counts = Counts(came),
            Population = came.GroupBy(p => new StudyStratum(p.Post, p.Side, p.Direction, p.Operation)).ToDictionary(g => g.Key, g => g.Count()),
            Lacks = StudyLacks.Of(rows),
            Measure = rows.Exists(r => r.Stamps.Has(0)) ? ClearanceMeasure.Side : ClearanceMeasure.Gate,
            Window = StudyWindow.Of(rows),
            Simulated = true,
        };
    }

    /// <summary>Trucks drawn from each stratum; which ones depends on the trucks, not on their order, so that scenarios are surveyed alike.</summary>
    private static IEnumerable<Passage> Sample(IReadOnlyList<Passage> came, SurveyDesign design)
    {
        if (design.PerStratum is not { } most) return came;
        HashSet<Passage> drawn = [.. came
            .GroupBy(p => (p.Post, p.Side, p.Direction, p.Operation))
            .SelectMany(g => g.OrderBy(p => Uniform(p, Chosen, 0)).Take(most))];
        return came.Where(drawn.Contains);
    }

    /// <summary>What the surveyors note of one truck. Where two sides share one stop there is no second gate: t1 is then the hand-over, t0.</summary>
    private static StudyRow Row(Passage p, SurveyDesign design, SimTime until, bool gateless, string name, int line)
    {
        var stamps = new DateTimeOffset?[RowStamps.Count];
        for (int i = 0; i < stamps.Length; i++)
        {
            bool byReader = i is not (1 or 8);
            DateTimeOffset? at = i == 1 && gateless && p[1] is null ? p[0] : p[i];
            bool missed = (i == 0 && design.WithoutQueue) || (byReader && design.MissedShare > 0 && Uniform(p, MissedRead, i) < design.MissedShare);
            stamps[i] = missed ? null : Rounded(at, design);
        }
        bool censored = p[8] is null;
        return new StudyRow
        {
            File = name, Line = line, Post = p.Post, Side = p.Side, Role = p.IsExit ? SideRole.Exit : SideRole.Entry, Direction = p.Direction, Truck = p.Unit, Operation = p.Operation,
            Cargo = CargoOf(p.Flags), Flags = p.Flags & (CargoFlags.Aeo | CargoFlags.Msme), Channel = p.Channel,
            Stamps = new RowStamps(stamps, p.Offset),
            Inspections = [.. p.Stages.Where(s => s.Stage is "inspection" or "scan" or "sps-inspection").Select(s => new StudyInspection(s.Agency, Rounded(p.At(s.Start), design), End(p, s, design)))],
            Stages = design.StageTimes ? p.Stages.Where(s => StageColumns.All.Contains(s.Stage)).DistinctBy(s => s.Stage).ToDictionary(s => s.Stage, s => new StageTimes(Rounded(p.At(s.Start), design), End(p, s, design))) : StudyRow.NoStages,
            Censored = censored,
            SeenUntil = censored ? Rounded(p.At(until.Milliseconds), design) : null,
        };
    }

    private static DateTimeOffset? End(Passage p, PassageStage s, SurveyDesign design) => s.End < 0 ? null : Rounded(p.At(s.End), design);

    private static DateTimeOffset? Rounded(DateTimeOffset? time, SurveyDesign design)
    {
        if (time is not { } t || design.RoundedToMinutes == 0) return time;
        long unit = design.RoundedToMinutes * TimeSpan.TicksPerMinute;
        return new DateTimeOffset((t.Ticks + unit / 2) / unit * unit, t.Offset);
    }

    /// <summary>The cargo class that flags tell of.</summary>
    internal static CargoClass CargoOf(CargoFlags flags) =>
        flags.HasFlag(CargoFlags.Perishable) ? CargoClass.Perishable : flags.HasFlag(CargoFlags.Hazardous) ? CargoClass.Dangerous : flags.HasFlag(CargoFlags.Relief) ? CargoClass.Relief : CargoClass.General;

    private static IReadOnlyList<HourlyCount> Counts(IReadOnlyList<Passage> came) =>
        [.. came.GroupBy(p => (p.Post, p.Side, p.Direction, Hour: HourOf(p[0]!.Value))).Select(g => new HourlyCount(g.Key.Post, g.Key.Side, g.Key.Direction, g.Key.Hour, g.Count())).OrderBy(c => c.Hour).ThenBy(c => c.Post, StringComparer.Ordinal)];

    private static DateTimeOffset HourOf(DateTimeOffset t) => new(t.Ticks - t.Ticks % TimeSpan.TicksPerHour, t.Offset);

    private static double Uniform(Passage p, ulong purpose, int visit) => KeyedStream.For(p.Key, Mix.Combine(purpose, Mix.HashName($"{p.Post}/{p.Side}")), visit).NextUniform();

    private static string HashOf(CorridorModel model, SurveyDesign design) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{ModelHash.Of(model)}|{design.Seed}|{design.Replication}|{design.WarmUpDays}|{design.Days}|{design.FollowUpHours:R}|{design.PerStratum}|{design.MissedShare:R}|{design.RoundedToMinutes}|{design.StageTimes}|{design.WithoutQueue}|{string.Join(',', design.Posts ?? [])}|{string.Join(',', design.Sides ?? [])}|{design.Direction}"))));

    private static void Check(CorridorModel model, SurveyDesign design)
    {
        if (design.Days < 1 || design.WarmUpDays < 0 || !(design.FollowUpHours >= 0) || design.PerStratum < 1) throw new ArgumentException("A survey takes at least a day and times at least one truck.", nameof(design));
        if (!(design.MissedShare is >= 0 and <= 1) || design.RoundedToMinutes is < 0 or > 60) throw new ArgumentException("A share lies between 0 and 1, rounding between 0 and 60 minutes.", nameof(design));
        if (design.Posts?.FirstOrDefault(p => model.Posts.All(m => m.Id != p)) is { } unknown) throw new ArgumentException($"The model has no post '{unknown}'.", nameof(design));
    }
}
