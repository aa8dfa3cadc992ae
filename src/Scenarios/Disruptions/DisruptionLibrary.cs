using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;
using CsvHelper;

namespace CorridorTwin.Scenarios.Disruptions;

/// <summary>A disturbance a scenario may name, made of one or more parts.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Title">Its name.</param>
/// <param name="Source">Row of the table of sources.</param>
/// <param name="Grade">How well it is known.</param>
/// <param name="Parts">What happens, dated from its start, at every post.</param>
public sealed record KnownDisruption(string Id, Bilingual Title, string Source, string Grade, IReadOnlyList<Disruption> Parts)
{
    /// <summary>The parts at a post from a day on.</summary>
    /// <param name="post">Border post id; null for all.</param>
    /// <param name="startDay">Days after the start of the measured period.</param>
    public IEnumerable<Disruption> At(string? post, double startDay) => Parts.Select(p => p with { Post = post, StartDay = p.StartDay + startDay });
}

/// <summary>The disturbances of <c>scenarios/data/disruptions.csv</c>: one row per part, rows of one id together.</summary>
public static class DisruptionLibrary
{
    private static readonly string[] Columns = ["id", "es", "en", "kind", "after_h", "hours", "strength", "cargo", "source", "grade"];

    /// <summary>The disturbances beside the scenarios of a folder; none if there is no such file.</summary>
    public static IReadOnlyList<KnownDisruption> Beside(string directory, Problems problems)
    {
        string path = Path.Combine(directory, "data", "disruptions.csv");
        return File.Exists(path) ? Load(path, problems) : [];
    }

    /// <summary>The disturbances; rows that are wrong are noted and left out.</summary>
    public static IReadOnlyList<KnownDisruption> Load(string path, Problems problems)
    {
        if (InputFile.Read(path, problems) is not { } text) return [];
        var rows = new List<(string Id, Bilingual Title, string Source, string Grade, Disruption Part)>();
        try
        {
            using CsvReader csv = CsvReader.FromText(text, CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            if (Columns.Except(csv.Headers).Any())
            {
                problems.Add(new InputProblem(new Mark(path, 1, 1), "", null, new("no es una tabla de perturbaciones", "not a table of disturbances"), Bilingual.Same(string.Join(",", Columns))));
                return [];
            }
            while (csv.Read())
            {
                var row = new Row(Columns.ToDictionary(c => c, c => csv.GetString(c).Trim()), new Mark(path, (int)csv.LineNumber, 1), problems);
                if (row.Part() is { } part) rows.Add((row["id"], new(row["es"], row["en"]), row["source"], row["grade"], part));
            }
        }
        catch (CsvFormatException e)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, new($"CSV no válido ({e.Message.ReplaceLineEndings(" ")})", $"not valid CSV ({e.Message.ReplaceLineEndings(" ")})")));
        }
        return [.. rows.GroupBy(r => r.Id).Select(g => new KnownDisruption(g.Key, g.First().Title, g.First().Source, g.First().Grade, [.. g.Select(r => r.Part)]))];
    }

    /// <summary>One row, checked cell by cell.</summary>
    private sealed class Row(Dictionary<string, string> cells, Mark mark, Problems problems)
    {
        public string this[string column] => cells[column];

        public Disruption? Part()
        {
            bool sound = Named("id") & Named("es") & Named("en") & Named("source");
            string[] kinds = [.. Enum.GetValues<DisruptionKind>().Select(Names.Key)], classes = [.. Enum.GetValues<CargoClass>().Select(Names.Key)];
            sound &= OneOf("kind", kinds) & (cells["cargo"].Length == 0 || OneOf("cargo", classes));
            if (!sound) return null;
            DisruptionKind kind = Names.Member<DisruptionKind>(cells["kind"]);
            CargoClass? cargo = cells["cargo"].Length > 0 ? Names.Member<CargoClass>(cells["cargo"]) : null;
            if (cargo is not null && kind != DisruptionKind.Surge) return Wrong("cargo", new("solo un alza trae carga", "only a surge brings cargo"), new("vacío", "empty"));
            (double least, double most) = kind switch { DisruptionKind.Closure => (1, 1), DisruptionKind.Strike => (0, 1), DisruptionKind.Outage => (1, 100), _ => (0, 10) };
            return Number("after_h", 0, 366 * 24) is { } after && Number("hours", 0, 366 * 24) is { } hours && Number("strength", least, most) is { } strength
                ? new Disruption(kind, null, after / 24, hours, strength, cargo) : null;
        }

        private bool Named(string column) => cells[column].Length > 0 || Wrong(column, Wording.Missing, null) is not null;

        private bool OneOf(string column, string[] words) =>
            words.Contains(cells[column]) || Wrong(column, new("no existe este valor", "no such value"), Wording.OneOf(words), Nearest.To(cells[column], words)) is not null;

        private double? Number(string column, double least, double most)
        {
            if (double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most) return value;
            Wrong(column, new("no es un número permitido", "not an allowed number"), new(FormattableString.Invariant($"un número de {least} a {most}"), FormattableString.Invariant($"a number from {least} to {most}")));
            return null;
        }

        private Disruption? Wrong(string column, Bilingual message, Bilingual? expected, string? nearest = null)
        {
            problems.Add(new InputProblem(mark, column, cells[column].Length > 0 ? cells[column] : null, message, expected, nearest));
            return null;
        }
    }
}
