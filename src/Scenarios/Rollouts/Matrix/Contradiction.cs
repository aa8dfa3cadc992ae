using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Rollouts.Matrix;

/// <summary>A known contradiction of the strategy's text.</summary>
/// <param name="Id">C1 to C19.</param>
/// <param name="Row">The row of the matrix whose quantities disagree; null for a contradiction of definitions, which no sum shows.</param>
/// <param name="What">What disagrees.</param>
/// <param name="Reason">What is made of it.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="Mark">Where it stands in the table.</param>
public sealed record Contradiction(string Id, string? Row, Bilingual What, Bilingual Reason, string Where, Mark Mark)
{
    /// <summary>Name of the table, in the folder of tables.</summary>
    public const string FileName = "ecfcc-contradictions.csv";

    private static readonly string[] Columns = ["id", "kind", "row", "what_en", "what_es", "reason_en", "reason_es", "where"];

    /// <summary>Reads <c>scenarios/data/ecfcc-contradictions.csv</c>; what is wrong is noted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The matrix it speaks of.</param>
    /// <param name="problems">What is wrong.</param>
    public static IReadOnlyList<Contradiction> Load(string path, IReadOnlyList<MatrixRow> rows, Problems problems)
    {
        var found = new List<Contradiction>();
        string[] ids = [.. rows.Select(r => r.Id)];
        foreach (TableLine line in TableLine.Read(path, Columns, new("no es la tabla de contradicciones", "not the table of contradictions"), problems))
        {
            bool quantity = line.Word("kind", ["quantity", "definition"]) == "quantity";
            string? row = quantity && ids.Length > 0 ? line.Word("row", ids) : null;
            found.Add(new Contradiction(line.Text("id"), row, new(line.Text("what_es"), line.Text("what_en")), new(line.Text("reason_es"), line.Text("reason_en")), line.Text("where"), line.Mark));
        }
        return found;
    }
}
