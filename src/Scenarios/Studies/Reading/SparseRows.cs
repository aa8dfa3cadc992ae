using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Rows of studies that share less than trucks: counts an hour, or means of a stratum.</summary>
internal static class SparseRows
{
    /// <summary>A count; null where the cells were rejected.</summary>
    public static HourlyCount? Count(Cells cells, CorridorModel model, StudyWords words)
    {
        if (Place.Of(cells, model, words, null) is not { } place) return null;
        DateTimeOffset? hour = cells.Time("hour", TimeSpan.FromHours(model.Countries[place.Country].UtcOffsetHours));
        double? count = cells.Number("count", required: true);
        if (hour is null) cells.Reject("hour", null, new("falta", "missing"), RejectKind.Missing);
        if (hour is { } h && h.Ticks % TimeSpan.TicksPerHour != 0) cells.Reject("hour", h.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), new("no es una hora en punto", "not the beginning of an hour"), RejectKind.Date);
        return cells.Rejected is null ? new HourlyCount(model.Posts[place.Post].Id, model.Countries[place.Country].Id, place.Direction, hour!.Value, count!.Value) : null;
    }

    /// <summary>A stratum's mean; null where the cells were rejected.</summary>
    public static StudySummary? Summary(Cells cells, int line, CorridorModel model, StudyWords words)
    {
        int? post = cells.Word("post", words.Posts, required: true);
        Operation? operation = cells.Word("operation", words.Operations);
        Direction? direction = cells.Word("direction", words.Directions);
        string? side = cells.Word("side", words.Countries) is { } c ? model.Countries[c].Id : null;
        ClearanceMeasure measure = cells.Word("measure", words.Measures) ?? ClearanceMeasure.Side;
        (double? mean, double? n) = (cells.Number("mean", required: true), cells.Number("n", required: true));
        (double? median, double? deviation) = (cells.Number("median"), cells.Number("deviation"));
        if (n is { } count && (count < 1 || count != Math.Floor(count))) cells.Reject("n", count.ToString(System.Globalization.CultureInfo.InvariantCulture), new("no es un número entero de uno o más", "not a whole number of one or more"), RejectKind.Number);
        if (cells.Rejected is not null) return null;
        BorderPost at = model.Posts[post!.Value];
        if (side is not null && side != at.North && side != at.South)
        {
            cells.Reject("side", side, new($"{at.NameEs} está entre {at.North} y {at.South}", $"{at.NameEn} lies between {at.North} and {at.South}"), RejectKind.Unknown);
            return null;
        }
        return new StudySummary(line, at.Id, side, direction, operation, measure, mean!.Value, median, (int)n!.Value) { Deviation = deviation };
    }
}
