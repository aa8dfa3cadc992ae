using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration;

/// <summary>Reads <c>scenarios/data/references.csv</c>.</summary>
public static class ReferenceTable
{
    private static readonly string[] Columns = ["post", "direction", "role", "kind", "operation", "quantity", "unit", "value", "low", "high", "aim_low", "aim_high", "must_low", "must_high", "source"];
    private static readonly string[] Quantities = ["volume", "direction-share", "mix-share", "M_side", "M_crossing", "waiting-share"];

    /// <summary>The rows that are right; what is wrong with others is noted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="corridor">The posts it may name.</param>
    /// <param name="problems">What is wrong.</param>
    public static IReadOnlyList<ReferenceRow> Load(string path, CorridorModel corridor, Problems problems) =>
        [.. TableLine.Read(path, Columns, new("no es una tabla de referencias", "not a table of references"), problems).Select(l => Row(l, corridor)).OfType<ReferenceRow>()];

    private static ReferenceRow? Row(TableLine line, CorridorModel corridor)
    {
        int before = line.Problems.Count;
        string post = line.Word("post", [.. corridor.Posts.Select(p => p.Id), "all"]);
        Direction? direction = Member<Direction>(line, "direction", "both");
        SideRole? role = Member<SideRole>(line, "role", "");
        TruckKind? kind = Member<TruckKind>(line, "kind", "all");
        Operation? operation = Member<Operation>(line, "operation", "");
        string quantity = line.Word("quantity", Quantities);
        double value = Number(line, "value") ?? double.NaN;
        if (double.IsNaN(value) && line.Problems.Count == before) line.Note("value", "", Wording.Missing);
        var row = new ReferenceRow(
            line.Mark.Line, post == "all" ? null : post, direction, role, kind, operation, quantity, line.Text("unit"), value,
            Pair(line, "low", "high"), Pair(line, "aim_low", "aim_high"), Pair(line, "must_low", "must_high"), line.Text("source"));
        return line.Problems.Count == before ? row : null;
    }

    private static T? Member<T>(TableLine line, string column, string any)
        where T : struct, Enum => line.Word(column, [.. Enum.GetValues<T>().Select(m => Names.Key(m)), any]) is var text && text != any ? Names.Member<T>(text) : null;

    private static double? Number(TableLine line, string column)
    {
        string text = line.Text(column);
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)) return value;
        line.Note(column, text, new("no es un número finito", "not a finite number"));
        return null;
    }

    private static (double, double)? Pair(TableLine line, string low, string high)
    {
        if (Number(line, low) is not { } l || Number(line, high) is not { } h) return null;
        if (l > h) line.Note(low, line.Text(low), new($"mayor que {high}", $"above {high}"));
        return (l, h);
    }
}
