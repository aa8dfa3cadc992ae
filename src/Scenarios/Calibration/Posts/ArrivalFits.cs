using System.Globalization;
using CorridorTwin.Scenarios.Calibration.Arrivals;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>How many trucks come, and when: from counts, or from rows where they are all the trucks that came.</summary>
internal static class ArrivalFits
{
    private const int FewestForProfile = 200;

    /// <summary>Whether rows are all trucks that came: as many as were counted; without counts, unless every stratum has the same number or much fewer than the baseline expects.</summary>
    public static bool Complete(Study study, IReadOnlyList<StudyRow> rows, BorderPost post, CorridorModel model, CalibrationOptions options)
    {
        if (options.Complete is { } said) return said;
        if (study.Counts.Count > 0) return rows.Count >= 0.95 * study.Counts.Where(c => c.Post == post.Id).Sum(c => c.Count);
        int[] strata = [.. rows.GroupBy(r => (r.Direction, r.Role, r.Operation)).Select(g => g.Count())];
        bool capped = strata.Length > 2 && strata.Count(n => n == strata.Max()) > 1 && strata.Max() >= 10;
        int days = Math.Max(1, rows.Select(r => r.Day).OfType<DateOnly>().Distinct().Count());
        double expected = Sides(rows).Sum(s => Expected(model, post, s.Direction).Total);
        return !capped && rows.Count / (double)days >= 0.5 * expected;
    }

    /// <summary>Flows: trucks a day between the post's countries and unladen, by direction.</summary>
    public static IEnumerable<CalibratedFigure> Flows(Study study, IReadOnlyList<StudyRow> rows, BorderPost post, CorridorModel model, bool complete, IReadOnlyList<DateOnly> days)
    {
        foreach (Direction direction in Enum.GetValues<Direction>())
        {
            (double pair, double empty, double exports, double total) = Expected(model, post, direction);
            string way = direction == Direction.N2S ? "southbound" : "northbound";
            string pairPath = $"demand.loaded.{post.North}-{post.South}.{way}", emptyPath = $"demand.empty.{post.Id}.{way}";
            StudyRow[] came = [.. rows.Where(r => r.Direction == direction && r.Role == SideRole.Exit)];
            HourlyCount[] counted = [.. study.Counts.Where(c => c.Post == post.Id && c.Direction == direction && c.Side == post.CountryOf(direction, SideRole.Exit) && days.Contains(DateOnly.FromDateTime(c.Hour.DateTime)))];
            double average = AverageDays(complete ? [.. came.Select(r => r.Stamps[0] ?? r.Stamps[1]).OfType<DateTimeOffset>()] : [.. counted.Select(c => c.Hour), .. counted.Select(c => c.Hour.AddHours(1))], days, model);
            if (average <= 0) continue;
            if (complete && came.Length > 0)
            {
                int out1 = came.Count(r => r.Operation == Operation.Export), unladen = came.Count(r => r.Operation == Operation.Empty);
                // Exports beyond those of the post's own pair belong to journeys that other posts share: what differs is put down to the pair.
                if (pair > 0) yield return Flow(pairPath, pair, out1, average, out1 / average - (exports - pair));
                if (empty > 0) yield return Flow(emptyPath, empty, unladen, average, unladen / average);
                continue;
            }
            if (counted.Length == 0 || pair + empty == 0)
            {
                if (came.Length > 0 && pair > 0) yield return Unknown(pairPath, pair);
                if (came.Length > 0 && empty > 0) yield return Unknown(emptyPath, empty);
                continue;
            }
            double seen = counted.Sum(c => c.Count), perDay = seen / average;
            double factor = Math.Max(0, (perDay - (total - pair - empty)) / (pair + empty));
            if (pair > 0) yield return Flow(pairPath, pair, seen, average, pair * factor, new("del conteo total; la mezcla es la de la línea base", "from the total count; the mix is the baseline's"));
            if (empty > 0) yield return Flow(emptyPath, empty, seen, average, empty * factor, new("del conteo total; la mezcla es la de la línea base", "from the total count; the mix is the baseline's"));
        }
    }

    /// <summary>The hours of the day at which trucks set out, where counts tell them from those assumed; null otherwise.</summary>
    /// <param name="study">Its counts, or its rows.</param>
    /// <param name="rows">Rows of the post.</param>
    /// <param name="post">The post.</param>
    /// <param name="complete">Rows are all trucks that came.</param>
    /// <param name="emulated">The same post's emulated study of the baseline: through trucks come at hours that other posts leave them.</param>
    /// <param name="profile">The profile before.</param>
    public static CalibratedFigure? Hours(Study study, IReadOnlyList<StudyRow> rows, BorderPost post, bool complete, Study emulated, IReadOnlyList<double> profile)
    {
        double[] counts = Arrivals(study, rows, post, complete), expected = Arrivals(emulated, emulated.Rows, post, true);
        double total = counts.Sum();
        if (total < FewestForProfile) return null;
        double mean = expected.Average();
        ArrivalProfile found = ArrivalProfile.Of(counts, [.. expected.Select(e => Math.Max(e, 0.02 * mean) / mean)], [.. Enumerable.Repeat(1.0, 24)]);
        bool same = double.IsPositiveInfinity(found.Strength);
        double[] weights = [.. profile.Zip(found.Weights, (a, b) => a * b)];
        double average = weights.Average();
        string Text(IEnumerable<double> w) => string.Join(' ', w.Select(x => x.ToString("0.00", CultureInfo.InvariantCulture)));
        ScalarNode[] values = [.. weights.Select(w => new ScalarNode(Mark.Whole(""), (w / average).ToString("0.###", CultureInfo.InvariantCulture)))];
        return new CalibratedFigure
        {
            Path = "demand.hours.values", Before = Text(profile), After = same ? Text(profile) : Text(weights.Select(w => w / average)), Old = profile.Max(), Estimate = weights.Max() / average, Unit = "x", Count = (int)total,
            Finding = same ? Finding.Agrees : Finding.Measured,
            Fit = same
                ? new("las llegadas por hora no difieren de las supuestas más que por azar", "arrivals by hour differ from those assumed by chance only")
                : new($"lo supuesto cuenta como {found.Strength:0} llegadas por hora; vale para todos los puestos", $"what was assumed counts as {found.Strength:0} arrivals an hour; holds for all posts"),
            Node = same ? null : new ListNode(Mark.Whole(""), values),
        };
    }

    private static double[] Arrivals(Study study, IReadOnlyList<StudyRow> rows, BorderPost post, bool complete)
    {
        var counts = new double[24];
        HourlyCount[] counted = [.. study.Counts.Where(c => c.Post == post.Id && c.Side == post.CountryOf(c.Direction, SideRole.Exit))];
        foreach (HourlyCount c in counted) counts[c.Hour.Hour] += c.Count;
        if (counted.Length == 0 && complete)
            foreach (StudyRow r in rows.Where(r => r.Role == SideRole.Exit && r.Stamps.Has(0))) counts[r.Stamps[0]!.Value.Hour]++;
        return counts;
    }

    /// <summary>How many average days were observed: hours between the first and the last arrival on the days wanted, weighted as the weekdays of demand are.</summary>
    private static double AverageDays(IReadOnlyList<DateTimeOffset> came, IReadOnlyList<DateOnly> days, CorridorModel model)
    {
        if (came.Count < 2) return 0;
        // Half a gap before the first and after the last belongs to the time observed.
        (DateTime first, DateTime last) = (came.Min(t => t.DateTime), came.Max(t => t.DateTime));
        TimeSpan half = (last - first) / came.Count / 2;
        (first, last) = (first - half, last + half);
        return days.Sum(d =>
        {
            DateTime from = d.ToDateTime(TimeOnly.MinValue), to = from.AddDays(1);
            double seen = ((to < last ? to : last) - (from > first ? from : first)).TotalDays;
            return Math.Max(0, seen) * model.Demand.WeekdayProfile[((int)d.DayOfWeek + 6) % 7];
        });
    }

    /// <summary>Trucks a day that the model brings to the exit side.</summary>
    private static (double Pair, double Empty, double Exports, double Total) Expected(CorridorModel model, BorderPost post, Direction direction)
    {
        string from = post.CountryOf(direction, SideRole.Exit), to = post.CountryOf(direction, SideRole.Entry);
        LoadedStream[] crossing = [.. PostAlone.Of(model, post.Id, direction).Demand.Loaded];
        double more = 1 + model.Demand.Added;
        double pair = crossing.Where(s => s.Origin == from && s.Destination == to).Sum(s => s.PerDay) * more;
        double empty = model.Demand.Empty.Where(e => e.Post == post.Id && e.Direction == direction).Sum(e => e.PerDay) * more;
        double exports = crossing.Where(s => s.Origin == from).Sum(s => s.PerDay) * more;
        return (pair, empty, exports, crossing.Sum(s => s.PerDay) * more + empty);
    }

    private static IEnumerable<(Direction Direction, SideRole Role)> Sides(IReadOnlyList<StudyRow> rows) => rows.Select(r => (r.Direction, r.Role)).Distinct();

    private static CalibratedFigure Flow(string path, double before, double seen, double average, double estimate, Bilingual? how = null)
    {
        // Poisson: ± 1.96 √n over the days.
        double half = 1.96 * Math.Sqrt(Math.Max(1, seen)) / average, value = Math.Round(Math.Max(0, estimate), 1);
        return new CalibratedFigure
        {
            Path = path, Before = Day(before), After = Day(value), Old = before, Estimate = value, Low = Math.Max(0, estimate - half), High = estimate + half, Unit = "/day", Count = (int)seen, Finding = Finding.Measured,
            Fit = how ?? new(FormattableString.Invariant($"{seen:0} camiones en {average:0.#} días"), FormattableString.Invariant($"{seen:0} trucks in {average:0.#} days")),
        };
    }

    /// <summary>The model with the flows and hours that were set.</summary>
    public static CorridorModel Apply(CorridorModel model, BorderPost post, IEnumerable<CalibratedFigure> figures)
    {
        double more = 1 + model.Demand.Added;
        foreach (CalibratedFigure f in figures.Where(f => f.Set))
        {
            string[] steps = f.Path.Split('.');
            if (steps[1] == "hours") model = model with { Demand = model.Demand with { HourProfile = Baseline.Reading.Profile(f.Node!) } };
            if (steps is not ["demand", _, _, var way]) continue;
            Direction direction = way == "southbound" ? Direction.N2S : Direction.S2N;
            string from = post.CountryOf(direction, SideRole.Exit), to = post.CountryOf(direction, SideRole.Entry);
            model = model with
            {
                Demand = steps[1] == "loaded"
                    ? model.Demand with { Loaded = [.. model.Demand.Loaded.Select(s => s.Origin == from && s.Destination == to ? s with { PerDay = f.Estimate / more } : s)] }
                    : model.Demand with { Empty = [.. model.Demand.Empty.Select(e => e.Post == post.Id && e.Direction == direction ? e with { PerDay = f.Estimate / more } : e)] },
            };
        }
        return model;
    }

    private static CalibratedFigure Unknown(string path, double before) => new()
    {
        Path = path, Before = Day(before), After = Day(before), Old = before, Estimate = double.NaN, Unit = "/day", Count = 0, Finding = Finding.NotIdentified,
        Fit = new("las filas son una muestra: hacen falta conteos por hora", "rows are a sample: hourly counts are needed"),
    };

    private static string Day(double value) => Math.Round(value, 2).ToString("R", CultureInfo.InvariantCulture) + " /day";
}
