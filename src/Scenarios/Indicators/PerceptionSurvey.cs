using System.Globalization;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>One coefficient estimated from a survey of users.</summary>
/// <param name="PointsPerUnit">Points (of 100) of the dimension for one unit more of its driver.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Source">The survey.</param>
public sealed record PerceptionCoefficient(double PointsPerUnit, double Low, double High, string Source);

/// <summary>Coefficients of the user perception index, from a CSV table: <c>dimension,points_per_unit,low,high,source</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Coefficients">By dimension.</param>
public sealed record PerceptionSurvey(string File, IReadOnlyDictionary<string, PerceptionCoefficient> Coefficients)
{
    private const double Most = 100;
    private static readonly string[] Columns = ["dimension", "points_per_unit", "low", "high", "source"];

    /// <summary>Reads a table; null, with the reasons noted, if anything is wrong with it.</summary>
    public static PerceptionSurvey? Read(string path, Problems problems)
    {
        int before = problems.Count;
        string[] dimensions = [.. PerceptionDriver.All.Where(d => d.Of is not null).Select(d => d.Id)];
        var found = new Dictionary<string, PerceptionCoefficient>();
        foreach (TableLine line in TableLine.Read(path, Columns, new("no es una tabla de coeficientes de encuesta", "not a table of survey coefficients"), problems))
        {
            string dimension = line.Word("dimension", dimensions);
            (double value, double low, double high) = (Number(line, "points_per_unit"), Number(line, "low"), Number(line, "high"));
            if (low > high || value < low || value > high)
                line.Note("low", line.Text("low"), new("el intervalo no contiene el coeficiente", "the interval does not hold the coefficient"), new("low ≤ points_per_unit ≤ high", "low ≤ points_per_unit ≤ high"));
            if (line.Text("source").Length == 0) line.Note("source", "", Wording.Missing, new("la encuesta de la que sale", "the survey it comes from"));
            if (!found.TryAdd(dimension, new PerceptionCoefficient(value, low, high, line.Text("source")))) line.Note("dimension", dimension, new("aparece más de una vez", "given more than once"));
        }
        if (problems.Count == before && found.Count == 0) problems.Add(new InputProblem(Mark.Whole(path), "", null, new("no trae ningún coeficiente", "holds no coefficient")));
        return problems.Count > before ? null : new PerceptionSurvey(path, found);
    }

    private static double Number(TableLine line, string column)
    {
        if (double.TryParse(line.Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= Most) return value;
        line.Note(column, line.Text(column), new("no es un número admitido", "not a number allowed here"), new("un número de −100 a 100 con punto decimal", "a number from -100 to 100"));
        return 0;
    }
}
