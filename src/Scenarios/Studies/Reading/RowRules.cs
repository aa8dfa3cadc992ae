using System.Globalization;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>What the stamps of one truck cannot be. A declaration (t2) or a payment (t6) before arrival is no fault: that is what advance means.</summary>
internal static class RowRules
{
    private static readonly (int Before, int After, Bilingual Reason)[] Orders =
    [
        (0, 1, new("pasa la primera garita antes de llegar a la fila", "passes the first gate before it joins the line")),
        (1, 8, new("sale antes de llegar", "leaves before it arrives")),
        (0, 8, new("sale antes de llegar", "leaves before it arrives")),
        (1, 7, new("levante antes de la llegada", "released before it arrives")),
        (1, 4, new("inspección antes de la llegada", "inspected before it arrives")),
        (4, 5, new("la inspección termina antes de empezar", "the inspection ends before it begins")),
        (5, 8, new("sale antes de que termine la inspección", "leaves before the inspection ends")),
        (7, 8, new("sale antes del levante", "leaves before release")),
    ];

    /// <summary>Rejects the row where a rule is broken.</summary>
    public static void Check(Cells cells, DateTimeOffset?[] stamps, IReadOnlyDictionary<string, StageTimes> desks, bool censored, ReadingOptions options)
    {
        if (Wrong(stamps, desks, censored, options) is { } wrong) cells.Reject(wrong.Field, wrong.Given, wrong.Reason, wrong.Kind);
    }

    /// <summary>The first rule that is broken; null where none is.</summary>
    public static (string Field, string? Given, Bilingual Reason, RejectKind Kind)? Wrong(DateTimeOffset?[] stamps, IReadOnlyDictionary<string, StageTimes> desks, bool censored, ReadingOptions options)
    {
        DateTimeOffset? start = stamps[0] ?? stamps[1];
        if (start is null) return ("t1", null, new("falta la llegada (t0 o t1)", "arrival (t0 or t1) is missing"), RejectKind.Missing);
        if (censored && stamps[8] is { } left) return ("censored", Text(left), new("marcado como sin salida, y tiene salida", "marked as still inside, yet it has an exit"), RejectKind.Order);
        foreach ((int before, int after, Bilingual reason) in Orders)
            if (stamps[before] > stamps[after]) return ($"t{after}", Text(stamps[after]), reason, RejectKind.Order);
        foreach ((string stage, StageTimes times) in desks)
            if (times.Start > times.End) return (StageColumns.End(stage), Text(times.End), new("termina antes de empezar", "ends before it begins"), RejectKind.Order);
        if (stamps[8] - start is { } stay && stay.TotalHours > options.LongestHours)
            return ("t8", null, new($"{stay.TotalDays:0} días en un lado: más de lo creíble", $"{stay.TotalDays:0} days on one side: more than can be believed"), RejectKind.TooLong);
        return null;
    }

    private static string Text(DateTimeOffset? time) => time!.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
