using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>Writes studies, and the rows that were rejected, as CSV that <see cref="StudyReader"/> and spreadsheets read.</summary>
public static class StudyWriter
{
    /// <summary>The column by which an emulated study says in every row that it is one.</summary>
    public const string SimulatedColumn = "simulated";

    /// <summary>The study's rows: comma, decimal point, times with offset.</summary>
    public static string Csv(Study study)
    {
        string[] stages = [.. StageColumns.All.Where(s => study.Rows.Any(r => r.Stages.ContainsKey(s)))];
        Agency[] agencies = [.. Enum.GetValues<Agency>().Where(a => study.Rows.Any(r => r.Inspections.Any(i => i.Agency == a)))];
        bool fine = study.Rows.Any(r => Enumerable.Range(0, RowStamps.Count).Any(i => r.Stamps[i] is { } t && t.Ticks % TimeSpan.TicksPerMinute != 0));
        var text = new StringBuilder();
        Line(text, [
            "post", "side", "direction", "truck", "operation", "cargo", "aeo", "msme", "channel", .. Enumerable.Range(0, RowStamps.Count).Select(i => $"t{i}"),
            .. agencies.SelectMany(a => new[] { StageColumns.Inspection(a, true), StageColumns.Inspection(a, false) }),
            .. stages.SelectMany(s => new[] { StageColumns.Start(s), StageColumns.End(s) }), "seen_until", .. study.Simulated ? [SimulatedColumn] : Array.Empty<string>()]);
        foreach (StudyRow r in study.Rows)
        {
            Line(text, [
                r.Post, r.Side, r.Direction.ToString(), r.Truck, Names.Key(r.Operation), Names.Key(r.Cargo), YesNo(r.Flags, CargoFlags.Aeo), YesNo(r.Flags, CargoFlags.Msme), r.Channel is { } c ? Names.Key(c) : "",
                .. Enumerable.Range(0, RowStamps.Count).Select(i => Time(r.Stamps[i], fine)),
                .. agencies.SelectMany(a => First(r, a)).Select(t => Time(t, fine)),
                .. stages.SelectMany(s => r.Stages.TryGetValue(s, out StageTimes t) ? new[] { t.Start, t.End } : [null, null]).Select(t => Time(t, fine)),
                Time(r.SeenUntil, fine), .. study.Simulated ? ["yes"] : Array.Empty<string>()]);
        }
        return text.ToString();
    }

    /// <summary>The rejected rows with line, column, value and reason.</summary>
    public static string Rejects(Study study, string language)
    {
        var text = new StringBuilder();
        Line(text, ["line", "field", "value", "kind", "reason"]);
        foreach (RejectedRow r in study.Rejected) Line(text, [r.Line.ToString(CultureInfo.InvariantCulture), r.Field, r.Given ?? "", Names.Key(r.Kind), r.Reason.In(language)]);
        return text.ToString();
    }

    /// <summary>The first examination by an agency.</summary>
    private static DateTimeOffset?[] First(StudyRow row, Agency agency)
    {
        foreach (StudyInspection i in row.Inspections)
            if (i.Agency == agency) return [i.Start, i.End];
        return [null, null];
    }

    private static string YesNo(CargoFlags flags, CargoFlags flag) => flags.HasFlag(flag) ? "yes" : "no";

    private static string Time(DateTimeOffset? time, bool fine) => time?.ToString(fine ? "yyyy-MM-dd'T'HH:mm:ss.fffzzz" : "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    /// <summary>A cell; one that a spreadsheet would take for a formula is quoted and led by an apostrophe.</summary>
    private static string Cell(string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '@' or '\t') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? '"' + value.Replace("\"", "\"\"") + '"' : value;
    }
}
