using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies.Validations;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>A verdict that a baseline carries, of one stratum.</summary>
/// <param name="Post">Border post id.</param>
/// <param name="Side">Country of the side; null for both.</param>
/// <param name="Direction">Null for both.</param>
/// <param name="Operation">Null for all.</param>
/// <param name="Trucks">Trucks observed.</param>
/// <param name="Observed">Mean, hours.</param>
/// <param name="Simulated">Mean, hours.</param>
/// <param name="Verdict">How they agree.</param>
public sealed record CarriedVerdict(string Post, string? Side, Direction? Direction, Operation? Operation, int Trucks, double Observed, double Simulated, StudyVerdict Verdict)
{
    /// <summary>It is of the post as a whole.</summary>
    public bool IsWhole => Side is null && Direction is null && Operation is null;
}

/// <summary>What a study said of a baseline, kept in the baseline's own file under <c>validation</c>: it goes wherever the file goes, and every result on its posts tells of it.</summary>
/// <param name="Study">The study's file, without folder.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Simulated">The study was made by a simulator.</param>
/// <param name="Fitted">The baseline had been fitted to this very study: the verdict is of the fit, not of what it says of other weeks.</param>
/// <param name="Measure">Which clearance time.</param>
/// <param name="Margin">Difference that does not matter, as a share of the observed mean.</param>
/// <param name="Figures">Fingerprint of the baseline's figures when they were judged.</param>
/// <param name="Verdicts">The verdicts.</param>
public sealed record CarriedValidation(string Study, string Hash, bool Simulated, bool Fitted, string Measure, string Margin, string Figures, IReadOnlyList<CarriedVerdict> Verdicts)
{
    /// <summary>The key in a baseline's file.</summary>
    public const string Key = "validation";

    private static readonly TextShape Number = new(new("un número", "a number")) { Pattern = @"^[0-9]+(\.[0-9]+)?$" };

    /// <summary>Its declaration.</summary>
    public static MapShape Shape { get; } = new(
        new Field("study", TextShape.Words, new("Archivo del estudio.", "File of the study."), Required: true),
        new Field("sha256", TextShape.Words, new("Su SHA-256.", "Its SHA-256."), Required: true),
        new Field("simulated", ChoiceShape.Flag, new("El estudio lo hizo un simulador.", "The study was made by a simulator.")),
        new Field("fitted", ChoiceShape.Flag, new("La línea base se ajustó a este mismo estudio.", "The baseline had been fitted to this very study.")),
        new Field("measure", new ChoiceShape("M_side", "M_gate", "M_release"), new("Tiempo comparado.", "Clearance time compared."), Required: true),
        new Field("margin", TextShape.Words, new("Diferencia que no importa.", "Difference that does not matter."), Required: true),
        new Field("figures", TextShape.Words, new("Huella de las cifras juzgadas.", "Fingerprint of the figures judged."), Required: true),
        new Field("verdicts", new ListShape(new MapShape(
            new Field("post", new NameShape(NameSets.Posts), new("Puesto.", "Post."), Required: true),
            new Field("side", new NameShape(NameSets.Countries), new("País del lado.", "Country of the side.")),
            new Field("direction", ChoiceShape.Of<Direction>(), new("Sentido.", "Direction.")),
            new Field("operation", ChoiceShape.Of<Operation>(), new("Operación.", "Operation.")),
            new Field("trucks", Number, new("Camiones observados.", "Trucks observed."), Required: true),
            new Field("observed", Number, new("Media observada, horas.", "Observed mean, hours."), Required: true),
            new Field("simulated", Number, new("Media simulada, horas.", "Simulated mean, hours."), Required: true),
            new Field("verdict", ChoiceShape.Of<StudyVerdict>(), new("Veredicto.", "Verdict."), Required: true))), new("Veredictos por estrato.", "Verdicts by stratum."), Required: true)) { SchemaName = "validation" };

    /// <summary>What a validation gives a baseline to carry.</summary>
    /// <param name="validation">The validation.</param>
    /// <param name="baseline">The baseline it is of.</param>
    /// <param name="fitted">The baseline had been fitted to the same study.</param>
    public static CarriedValidation Of(StudyValidation validation, BaselineFile baseline, bool fitted) => new(
        Path.GetFileName(validation.Study.Source), validation.Study.Hash, validation.Study.Simulated, fitted, CorridorTwin.Scenarios.Studies.StudyFigures.NameOf(validation.Study.Measure),
        validation.Options.Margin.ToString("0.###%", CultureInfo.InvariantCulture).Replace("%", " %", StringComparison.Ordinal), baseline.FiguresHash,
        [.. validation.Rows.Where(r => double.IsFinite(r.Observed) && double.IsFinite(r.Simulated.Mean)).Select(r => new CarriedVerdict(r.Post, r.Side, r.Direction, r.Operation, r.Trucks, r.Observed, r.Simulated.Mean, r.Verdict))]);

    /// <summary>Reads a checked node.</summary>
    internal static CarriedValidation Read(MapNode map) => new(
        map.Word("study")!, map.Word("sha256")!, Yes(map, "simulated"), Yes(map, "fitted"), map.Word("measure")!, map.Word("margin")!, map.Word("figures")!,
        [.. ((ListNode)map["verdicts"]!).Items.Cast<MapNode>().Select(v => new CarriedVerdict(
            v.Word("post")!, v.Word("side"), v.Word("direction") is { } d ? Names.Member<Direction>(d) : null, v.Word("operation") is { } o ? Names.Member<Operation>(o) : null,
            (int)Real(v, "trucks"), Real(v, "observed"), Real(v, "simulated"), Names.Member<StudyVerdict>(v.Word("verdict")!)))]);

    /// <summary>As a baseline's file has it, at the end of the file.</summary>
    public string Yaml()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Key}:\n  study: {YamlText.Quoted(Study)}\n  sha256: {Hash}\n  simulated: {(Simulated ? "yes" : "no")}\n  fitted: {(Fitted ? "yes" : "no")}\n  measure: {Measure}\n  margin: {Margin}\n  figures: \"{Figures}\"\n  verdicts:\n");
        foreach (CarriedVerdict v in Verdicts)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{post: {v.Post}");
            if (v.Side is { } side) text.Append(CultureInfo.InvariantCulture, $", side: {side}");
            if (v.Direction is { } direction) text.Append(CultureInfo.InvariantCulture, $", direction: {direction}");
            if (v.Operation is { } operation) text.Append(CultureInfo.InvariantCulture, $", operation: {Names.Key(operation)}");
            text.Append(CultureInfo.InvariantCulture, $", trucks: {v.Trucks}, observed: {v.Observed:0.000}, simulated: {v.Simulated:0.000}, verdict: {Names.Key(v.Verdict)}}}\n");
        }
        return text.ToString();
    }

    /// <summary>The text of a baseline's file with this in place of what it carried.</summary>
    public string Into(string baseline)
    {
        string[] lines = baseline.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        int from = Array.FindIndex(lines, l => l.StartsWith($"{Key}:", StringComparison.Ordinal));
        if (from >= 0)
        {
            int to = from + 1;
            while (to < lines.Length && (lines[to].Length == 0 || lines[to][0] is ' ' or '#' or '-')) to++;
            lines = [.. lines[..from], .. lines[to..]];
        }
        return string.Join('\n', lines).TrimEnd('\n') + "\n\n" + Yaml();
    }

    /// <summary>What every later result on its posts says: by post, how many of its strata agree, and which do not.</summary>
    /// <param name="corridor">Names of the posts.</param>
    /// <param name="figures">Fingerprint of the figures the result rests on.</param>
    public IReadOnlyList<Bilingual> Lines(CorridorModel corridor, string figures)
    {
        string es = Simulated ? "estudio SIMULADO" : "estudio", en = Simulated ? "SIMULATED study" : "study";
        var lines = new List<Bilingual>
        {
            new($"Validado con el {es} '{Study}' ({Measure}, margen {Margin}){(Fitted ? "; AJUSTADO a ese mismo estudio: no es una prueba independiente" : "")}{(figures == Figures ? "" : "; LAS CIFRAS CAMBIARON DESPUÉS: los veredictos son de otras")}:",
                $"Validated against the {en} '{Study}' ({Measure}, margin {Margin}){(Fitted ? "; FITTED to that very study: no independent test" : "")}{(figures == Figures ? "" : "; FIGURES HAVE CHANGED SINCE: the verdicts are of others")}:"),
        };
        foreach (BorderPost post in corridor.Posts)
        {
            CarriedVerdict[] all = [.. Verdicts.Where(v => v.Post == post.Id)];
            if (all.Length == 0) continue;
            CarriedVerdict? whole = all.FirstOrDefault(v => v.IsWhole);
            CarriedVerdict[] own = [.. all.Where(v => !v.IsWhole)];
            string Whole(string code) => whole is null ? "" : (code == "es" ? "en conjunto " : "as a whole ") + ValidationFigures.WordOf(whole.Verdict).In(code) + "; ";
            int Of(StudyVerdict verdict) => own.Count(v => v.Verdict == verdict);
            CarriedVerdict[] wrong = [.. own.Where(v => v.Verdict == StudyVerdict.Outside)];
            string List(string code) => wrong.Length == 0 ? "" : ": " + string.Join(", ", wrong.Select(v => Place(v, code)));
            lines.Add(new(
                $"{post.NameEs}: {Whole("es")}{Of(StudyVerdict.Inside)} dentro, {Of(StudyVerdict.Doubtful)} dudosos, {wrong.Length} fuera{List("es")}",
                $"{post.NameEn}: {Whole("en")}{Of(StudyVerdict.Inside)} inside, {Of(StudyVerdict.Doubtful)} doubtful, {wrong.Length} outside{List("en")}"));
        }
        BorderPost[] without = [.. corridor.Posts.Where(p => Verdicts.All(v => v.Post != p.Id))];
        if (without.Length > 0 && without.Length < corridor.Posts.Count) lines.Add(new($"Sin estudio: {string.Join(", ", without.Select(p => p.NameEs))}", $"No study: {string.Join(", ", without.Select(p => p.NameEn))}"));
        return lines;
    }

    private static string Place(CarriedVerdict v, string code) =>
        string.Join(' ', new[] { v.Direction?.ToString(), v.Side, v.Operation is { } o ? Reports.Words.Of(o).In(code) : null }.OfType<string>());

    private static bool Yes(MapNode map, string key) => map[key] is { } node && ChoiceShape.Yes(node);

    private static double Real(MapNode map, string key) => double.Parse(map.Word(key)!, CultureInfo.InvariantCulture);
}
