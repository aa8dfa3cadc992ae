using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Finds the uncertain inputs of a baseline and of scenarios on it: every figure and every parameter with a range.</summary>
public static class UncertainInputs
{
    private const string ShareUnit = "%";

    /// <summary>Keys under which a table repeats one quantity.</summary>
    private static readonly HashSet<string> Repeating = [.. Enum.GetNames<Operation>().Select(Names.Key), "southbound", "northbound"];

    /// <summary>The inputs: those of the baseline in the order of its file, then those of the scenarios' measures in the order of the catalogue.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="scenarios">Scenarios on it; a parameter that two of them share is one input.</param>
    public static IReadOnlyList<UncertainInput> Of(BaselineFile baseline, IReadOnlyList<Scenario> scenarios) =>
        [.. OfFile(baseline), .. OfMeasures(scenarios)];

    /// <summary>The inputs that words name: an input's id, or a kind for all its inputs. Without words, all.</summary>
    /// <exception cref="InputException">A word names neither.</exception>
    public static IReadOnlyList<UncertainInput> Named(IReadOnlyList<UncertainInput> all, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return all;
        string[] known = [.. all.Select(i => i.Kind.Id).Distinct(), .. all.Select(i => i.Id)];
        InputProblem[] unknown = [.. words.Where(w => !known.Contains(w)).Select(w => new InputProblem(
            Mark.Whole("corridor"), "--inputs", w, new("no es un insumo incierto", "no such uncertain input"),
            new($"un insumo de 'corridor sensitivity --list', o un tipo: {string.Join(", ", known.Take(all.Select(i => i.Kind.Id).Distinct().Count()))}",
                $"an input that 'corridor sensitivity --list' shows, or a kind: {string.Join(", ", known.Take(all.Select(i => i.Kind.Id).Distinct().Count()))}"),
            Nearest.To(w, known)))];
        if (unknown.Length > 0) throw new InputException(unknown);
        return [.. all.Where(i => words.Contains(i.Id) || words.Contains(i.Kind.Id))];
    }

    private static IEnumerable<UncertainInput> OfFile(BaselineFile baseline)
    {
        var names = new FigureNames(baseline.Model);
        // An alias repeats one place of the file under several paths: that is one quantity written once.
        IEnumerable<Figure[]> written = baseline.Figures.Where(f => f.Range is { } r && r.Low < r.High).GroupBy(f => f.Mark).Select(g => g.ToArray());
        foreach (Figure[] same in written.GroupBy(g => Quantity(g[0])).Select(g => g.SelectMany(f => f).ToArray()))
        {
            Figure first = same[0];
            (Bilingual name, InputKind kind) = names.Of(same);
            yield return new UncertainInput
            {
                Id = first.Path, Name = name, Kind = kind, Value = first.Value, Low = first.Range!.Value.Low, High = first.Range.Value.High, Unit = first.Unit,
                Law = first.RangeLaw, Grade = InputGrade.Of(first.Provenance.Grade), Source = first.Provenance.Source, IsWhole = first.IsWhole, Figures = same,
            };
        }
    }

    /// <summary>What figures of one quantity share: the table they stand in, value, range and source. Elsewhere a path is a quantity of its own.</summary>
    private static (string, string, (double, double)?, string?) Quantity(Figure figure)
    {
        int point = figure.Path.LastIndexOf('.');
        bool repeats = point > 0 && Repeating.Contains(figure.Path[(point + 1)..]);
        return (repeats ? figure.Path[..point] : figure.Path, figure.Text, figure.Range, figure.Provenance.Source);
    }

    private static IEnumerable<UncertainInput> OfMeasures(IReadOnlyList<Scenario> scenarios)
    {
        foreach (IMeasure measure in MeasureCatalog.All)
        {
            foreach (MeasureParameter parameter in measure.Parameters.Where(p => p.Kind is ParameterKind.Share or ParameterKind.Number && p.Low < p.High))
            {
                var uses = scenarios.SelectMany(s => s.Measures.Where(u => u.Application.Measure == measure.Name).Select(u => (Scenario: s.Id, Own: OwnValue(u, parameter)))).ToList();
                if (uses.Any(u => u.Own is null)) yield return OfParameter(measure, parameter, null, ((ParameterValue.Number)parameter.Default).Value);
                // A value a scenario names itself is its own quantity. Several in one scenario, or one outside the published range, are decisions, and stay.
                foreach (var own in uses.Where(u => u.Own is not null).GroupBy(u => u.Scenario).Where(g => g.Distinct().Count() == 1))
                    if (own.First().Own is { } value && value >= parameter.Low && value <= parameter.High) yield return OfParameter(measure, parameter, own.Key, value);
            }
        }
    }

    private static double? OwnValue(MeasureUse use, MeasureParameter parameter) =>
        use.Application.Parameters.TryGetValue(parameter.Key, out ParameterValue? value) && value is ParameterValue.Number number ? number.Value : null;

    private static UncertainInput OfParameter(IMeasure measure, MeasureParameter parameter, string? scenario, double value)
    {
        double factor = parameter.Kind == ParameterKind.Share ? 0.01 : 1;
        string at = scenario is null ? "" : $"{scenario}:";
        return new UncertainInput
        {
            Id = $"{at}{measure.Name}.{parameter.Key}",
            Name = new(
                $"{measure.Title.Es}: {Small(parameter.Description.Es)}{(scenario is null ? "" : $" ({scenario})")}",
                $"{measure.Title.En}: {Small(parameter.Description.En)}{(scenario is null ? "" : $" ({scenario})")}"),
            Kind = new($"measure.{measure.Name}", new($"efecto de la medida «{measure.Title.Es}»", $"effect of the measure “{measure.Title.En}”")),
            Value = Clean(value / factor), Low = Clean(parameter.Low / factor), High = Clean(parameter.High / factor),
            Unit = parameter.Kind == ParameterKind.Share ? ShareUnit : parameter.Unit,
            Grade = InputGrade.Of(parameter.Grade), Source = parameter.Sources.Count > 0 ? parameter.Sources[0] : null,
            Parameter = new ParameterPlace(scenario, measure.Name, parameter.Key, factor),
        };
    }

    // 0.07 / 0.01 is not 7 in binary.
    private static double Clean(double value) => Math.Round(value, 9);

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
