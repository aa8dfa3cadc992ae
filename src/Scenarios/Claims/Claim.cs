using System.Globalization;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Claims;

/// <summary>What a claim is about.</summary>
public enum ClaimKind
{
    /// <summary>A change of clearance time, per cent; negative is shorter.</summary>
    Time,
    /// <summary>Money saved a year, US$.</summary>
    Saving,
    /// <summary>A change of trade, per cent: no mechanism of this model.</summary>
    Volume,
    /// <summary>Something the model knows nothing of.</summary>
    Outside,
}

/// <summary>Something said in public about what the strategy does.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">What it claims, in the unit of its kind; NaN where it claims no number that counts here.</param>
/// <param name="Of">The indicator it is held against: a key of Table 2, such as <c>I1</c> or <c>penas-blancas.NI.I3</c>.</param>
/// <param name="Said">What was said.</param>
/// <param name="Source">Who said it where.</param>
/// <param name="Note">What must be known of it.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record Claim(string Id, ClaimKind Kind, double Value, string Of, Bilingual Said, string Source, Bilingual Note, Mark Mark)
{
    /// <summary>Name of the shipped table, in the folder of tables.</summary>
    public const string FileName = "claims.csv";

    private static readonly string[] Columns = ["id", "kind", "value", "of", "said_en", "said_es", "source", "note_en", "note_es"];

    /// <summary>Reads a table of claims.</summary>
    /// <param name="path">The file.</param>
    /// <param name="indicators">Keys of Table 2.</param>
    /// <exception cref="InputException">Something is wrong with it.</exception>
    public static IReadOnlyList<Claim> Load(string path, IReadOnlyList<string> indicators)
    {
        var problems = new Problems();
        var claims = new List<Claim>();
        foreach (TableLine line in TableLine.Read(path, Columns, new("no es una tabla de afirmaciones", "not a table of claims"), problems))
        {
            var kind = line.Member<ClaimKind>("kind");
            string id = line.Text("id");
            if (id.Length == 0) line.Note("id", id, Wording.Missing);
            else if (claims.FirstOrDefault(c => c.Id == id) is { } twin) line.Note("id", id, new($"ya está en la línea {twin.Mark.Line}", $"already in line {twin.Mark.Line}"));
            foreach (string column in (string[])["said_en", "said_es", "source"])
                if (line.Text(column).Length == 0) line.Note(column, "", Wording.Missing);
            claims.Add(new Claim(id, kind, Number(line, kind), line.Word("of", indicators), new(line.Text("said_es"), line.Text("said_en")), line.Text("source"), new(line.Text("note_es"), line.Text("note_en")), line.Mark));
        }
        if (!problems.Any && claims.Count == 0) problems.Add(new InputProblem(Mark.Whole(path), "", null, new("no trae ninguna afirmación", "holds no claim")));
        return problems.Any ? throw new InputException(problems.All) : claims;
    }

    private static double Number(TableLine line, ClaimKind kind)
    {
        if (kind == ClaimKind.Outside) return double.NaN;
        (double least, double most, Bilingual expected) = kind switch
        {
            ClaimKind.Time => (-100, 1000, new Bilingual("un porcentaje desde −100; negativo es más corto", "per cent from -100; negative is shorter")),
            ClaimKind.Saving => (1, 1e15, new("US$ al año, mayor que 0", "US$ a year, above 0")),
            _ => (-99.0, 1e4, new Bilingual("un porcentaje desde −99", "per cent from -99")),
        };
        if (double.TryParse(line.Text("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most) return value;
        line.Note("value", line.Text("value"), new("no es un número admitido", "not a number allowed here"), expected);
        return double.NaN;
    }
}
