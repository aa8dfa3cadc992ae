using System.Globalization;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Writes what a calibration set as a baseline file that extends the one it began from: each figure with its source, days, sample and fit.</summary>
public static class CalibratedBaseline
{
    private static readonly Mark Nowhere = Mark.Whole("");

    /// <summary>The text of the file.</summary>
    /// <param name="id">Id of the new baseline.</param>
    /// <param name="below">The baseline it extends.</param>
    /// <param name="study">What it was calibrated from.</param>
    /// <param name="posts">What was found.</param>
    /// <param name="language">Language of the remarks, <c>es</c> or <c>en</c>.</param>
    public static string Text(string id, BaselineFile below, Study study, IReadOnlyList<PostCalibration> posts, string language)
    {
        string source = SourceId(study);
        string days = study.Window is { } w ? string.Create(CultureInfo.InvariantCulture, $"{w.From:yyyy-MM-dd}/{w.To:yyyy-MM-dd}") : "";
        string file = Path.GetFileName(study.Source), simulated = study.Simulated ? " (SIMULATED)" : "", simulado = study.Simulated ? " (SIMULADO)" : "";
        MapNode sources = Map((source, Map(("en", Word($"Time release study {file}{simulated}")), ("es", Word($"Estudio de tiempos de despacho {file}{simulado}")), ("date", days.Length > 0 ? Word(days) : null), ("hash", Word(study.Hash)))));
        string names = string.Join(", ", posts.Select(p => p.Post));
        MapNode root = Map(
            ("id", Word(id)),
            ("title", Map(("en", Word($"{below.Title.En}, calibrated from {file}{simulated}")), ("es", Word($"{below.Title.Es}, calibrada con {file}{simulado}")))),
            ("description", Map(("en", Word($"{below.Id} with the figures of {names} that the study {file} tells{simulated}.")), ("es", Word($"{below.Id} con las cifras de {names} que el estudio {file} permite conocer{simulado}.")))),
            (BaselineExtension.Extends, Word(below.Id)),
            (BaselineExtension.SourcesKey, sources));
        foreach (PostCalibration post in posts)
        {
            foreach (CalibratedFigure f in post.Figures.Where(f => f.Set && !IsRoster(f)))
                root = f.Node is { } list
                    ? Nested(root, "demand.hours", Map(("provenance", Known(f, source, days, language, null)), ("values", list)))
                    : Nested(root, f.Path, Known(f, source, days, language, f.After));
            foreach (IGrouping<(string Side, string Station), CalibratedFigure> roster in post.Figures.Where(f => f.Set && IsRoster(f)).GroupBy(f => SplitRoster(f.Path)))
                root = Nested(root, $"{roster.Key.Side}.stations.{roster.Key.Station}.roster", RosterOf(below.Model, post, [.. roster], source, days, language));
        }
        return YamlText.Of(root);
    }

    /// <summary>The id under which a study is named as a source.</summary>
    public static string SourceId(Study study) => "study-" + study.Hash[..Math.Min(12, study.Hash.Length)];

    private static bool IsRoster(CalibratedFigure f) => f.Path.Contains(".roster", StringComparison.Ordinal);

    private static (string Side, string Station) SplitRoster(string path)
    {
        int at = path.IndexOf(".stations.", StringComparison.Ordinal);
        return (path[..at], path[(at + ".stations.".Length)..].Split('.')[0]);
    }

    /// <summary>The whole roster of a station: lists are replaced whole. Lines whose staff was set carry where that comes from; hours are told in the note of the first line.</summary>
    private static ListNode RosterOf(CorridorModel below, PostCalibration post, CalibratedFigure[] figures, string source, string days, string language)
    {
        (string side, string station) = SplitRoster(figures[0].Path);
        string[] steps = side.Split('.');
        (Direction direction, SideRole role) = (Enum.Parse<Direction>(steps[^2]), Enum.Parse<SideRole>(steps[^1], ignoreCase: true));
        Roster Of(CorridorModel m) => m.Post(post.Post).Side(direction, role).Stations.First(s => s.Name == station).Roster;
        (Roster now, Roster before) = (Of(post.Model), Of(below));
        CalibratedFigure? hours = figures.FirstOrDefault(f => f.Path.EndsWith(".hours", StringComparison.Ordinal));
        var lines = new List<InputNode>();
        for (int i = 0; i < now.Shifts.Count; i++)
        {
            Shift shift = now.Shifts[i];
            CalibratedFigure? told = figures.FirstOrDefault(f => f != hours && i < before.Shifts.Count && f.Path.EndsWith($"({before.Shifts[i].Staff})", StringComparison.Ordinal));
            CalibratedFigure? known = told ?? (i == 0 ? hours : null);
            string staff = shift.Staff.ToString(CultureInfo.InvariantCulture);
            InputNode value = known is null ? Word(staff) : Known(known, source, days, language, staff);
            if (hours is not null && i == 0) value = ((MapNode)value).With("note", Word($"{hours.Before} → {hours.After}"));
            lines.Add(Map(("days", Days(shift.Days)), ("hours", Word($"{Clock(shift.FromMinute)}-{Clock(shift.ToMinute)}")), ("staff", value)));
        }
        return new ListNode(Nowhere, lines);
    }

    private static MapNode Known(CalibratedFigure f, string source, string days, string language, string? value) => Map(
        ("value", value is null ? null : Word(value)), ("source", Word(source)), ("grade", Word(Names.Key(f.Finding == Finding.Measured ? Grade.Measured : Grade.Calibrated))), ("range", value is null ? null : Range(f)),
        ("date", days.Length > 0 ? Word(days) : null), ("sample", Word(f.Count.ToString(CultureInfo.InvariantCulture))), ("fit", Word(f.Fit.In(language))));

    /// <summary>The interval as a range, outward to what is written; null where there is none, or a roster's hours.</summary>
    private static ListNode? Range(CalibratedFigure f)
    {
        if (!double.IsFinite(f.Low) || !double.IsFinite(f.High) || f.Unit == "h" || f.High <= f.Low) return null;
        double low = Math.Min(f.Low, f.Estimate) * (1 - 1e-3), high = Math.Max(f.High, f.Estimate) * (1 + 1e-3);
        if (f.Unit.Length == 0) (low, high) = (Math.Min(f.Low, f.Estimate), Math.Max(f.High, f.Estimate));
        if (f.Unit == "%") high = Math.Min(100, high);
        string Text(double v) => (v.ToString("0.####", CultureInfo.InvariantCulture) + (f.Unit == "/day" ? " /day" : f.Unit.Length > 0 ? " " + f.Unit : "")).Trim();
        return new ListNode(Nowhere, [Word(Text(low)), Word(Text(high))]);
    }

    private static InputNode Days(IReadOnlySet<DayOfWeek> days)
    {
        if (days.Count == 7) return Word("all");
        string[] names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        return new ListNode(Nowhere, [.. days.OrderBy(d => ((int)d + 6) % 7).Select(d => Word(names[(int)d]))]);
    }

    private static string Clock(int minutes) => minutes == 1440 ? "24:00" : $"{minutes / 60:00}:{minutes % 60:00}";

    private static ScalarNode Word(string text) => new(Nowhere, text);

    private static MapNode Map(params (string Key, InputNode? Value)[] entries) => new(Nowhere, [.. entries.Where(e => e.Value is not null).Select(e => new MapEntry(e.Key, Nowhere, e.Value!))]);

    private static MapNode Nested(MapNode root, string path, InputNode value)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return root.With(path, value);
        string key = path[..dot];
        return root.With(key, Nested(root[key] as MapNode ?? Map(), path[(dot + 1)..], value));
    }
}
