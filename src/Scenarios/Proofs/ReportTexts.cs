using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Texts that stand in every form of a report.</summary>
public static class ReportTexts
{
    private const int HashShown = 12;

    /// <summary>Title.</summary>
    public static Bilingual Title { get; } = new("Informe de simulación del Corredor Pacífico", "Simulation report on the Pacific Corridor");

    /// <summary>Part.</summary>
    public static Bilingual Asked { get; } = new("Qué se preguntó", "What was asked");

    /// <summary>Part.</summary>
    public static Bilingual Answered { get; } = new("La respuesta", "The answer");

    /// <summary>Part.</summary>
    public static Bilingual StampHead { get; } = new("Sello de prueba", "Proof stamp");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual ScenarioHash { get; } = new("Escenarios y línea base (SHA-256)", "Scenarios and baseline (SHA-256)");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual DataHash { get; } = new("Tablas citadas (SHA-256)", "Cited tables (SHA-256)");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual Code { get; } = new("Código", "Code");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual Seed { get; } = new("Semilla", "Seed");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual Length { get; } = new("Réplicas y días", "Replications and days");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual Validation { get; } = new("Validación", "Validation");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual Repeat { get; } = new("Para repetirlo", "To repeat");

    /// <summary>Row of the stamp.</summary>
    public static Bilingual Verify { get; } = new("Para comprobarlo", "To verify");

    /// <summary>How.</summary>
    public static Bilingual VerifyHow { get; } = new("corridor verify ARCHIVO, o la página «Informe» del panel", "corridor verify FILE, or the page 'Report' of the dashboard");

    /// <summary>Part.</summary>
    public static Bilingual Sheets { get; } = new("Hojas", "Sheets");

    /// <summary>Name of the sheet of the report itself.</summary>
    public static Bilingual SheetReport { get; } = new("Informe", "Report");

    /// <summary>Name of the sheet that holds the data to compute everything again.</summary>
    public static string SheetProof => "proof";

    /// <summary>What that sheet is for.</summary>
    public static Bilingual ProofNote { get; } = new(
        "Datos con los que «corridor verify» recalcula este informe, con copia de los archivos de entrada. No los cambie.",
        "Data by which 'corridor verify' computes this report again, with copies of the input files. Do not change them.");

    /// <summary>Illustrative figures.</summary>
    public static Bilingual Illustrative { get; } = new(
        "Ilustrativo: las cifras de 2024 incluidas son supuestos hasta que se cargue un estudio de tiempos de despacho (TRS).",
        "Illustrative: the shipped 2024 figures are assumptions until a Time Release Study is loaded.");

    /// <summary>What the clock measures.</summary>
    public static Bilingual Definition { get; } = new(
        "Tiempo (M_side): desde que el camión se suma a la fila de un lado del puesto, la de la carretera incluida, hasta que sale de ese lado.",
        "Time (M_side): from joining the line for one side of a post, the road queue included, until leaving that side.");

    /// <summary>How intervals are meant.</summary>
    public static Bilingual Intervals { get; } = new(
        "± es la mitad del intervalo del 95 %, sobre réplicas pareadas: todos los escenarios ven los mismos camiones con la misma suerte.",
        "± is half of the 95 % interval, over paired replications: all scenarios see the same trucks with the same luck.");

    /// <summary>What a partial run is.</summary>
    public static Bilingual Partial { get; } = new("Provisional: la simulación no había terminado cuando se hizo este informe.", "Provisional: the run had not finished when this report was made.");

    /// <summary>What was asked, in a sentence.</summary>
    public static Bilingual Question(ReportSubject subject) => new(QuestionIn(subject, new Tongue("es")), QuestionIn(subject, new Tongue("en")));

    /// <summary>What a result rests on, in a line.</summary>
    public static string StampLine(Stamp stamp, Tongue tongue) => tongue.Say(
        $"escenarios {Short(stamp.ScenarioHash)} · datos {Short(stamp.DataHash)} · código {Short(stamp.Commit)} · semilla {stamp.Seed} · {tongue.Replications(stamp.Replications)} de {tongue.Days(stamp.Days)}",
        $"scenarios {Short(stamp.ScenarioHash)} · data {Short(stamp.DataHash)} · code {Short(stamp.Commit)} · seed {stamp.Seed} · {tongue.Replications(stamp.Replications)} of {tongue.Days(stamp.Days)}");

    /// <summary>The whole of a stamp in a line, for fields that programs read.</summary>
    public static string StampFull(Stamp stamp) => $"scenarios {stamp.ScenarioHash}; data {stamp.DataHash}; code {stamp.Commit}; seed {stamp.Seed}; replications {stamp.Replications}; days {stamp.Days}; {stamp.Command}";

    /// <summary>The stamp as rows; a name is not translated.</summary>
    public static IReadOnlyList<(Bilingual Name, string Value, bool IsName)> StampRows(Stamp s, Tongue t) =>
    [
        (ScenarioHash, s.ScenarioHash, true), (DataHash, s.DataHash, true), (Code, s.Commit, true), (Seed, $"{s.Seed}", true),
        (Length, $"{t.Replications(s.Replications)}, {t.Days(s.Days)}, {t.Say(s.Period)}", false), .. s.Validation.Count > 0 ? [(Validation, string.Join(" · ", s.Validation.Select(t.Say)), false)] : Array.Empty<(Bilingual, string, bool)>(), (Repeat, s.Command, true), (Verify, t.Say(VerifyHow), false),
    ];

    private static string QuestionIn(ReportSubject subject, Tongue tongue)
    {
        ComparisonRequest request = subject.Result.Request;
        string others = string.Join("; ", subject.Contrasts.Select(c => Quoted(c.Of.Title, tongue)));
        string year = $"{request.WeeksOf(request.Scenarios.FirstOrDefault()).Year}";
        return tongue.Say(
            $"¿Cómo cambia el tiempo de cruce frente a {Quoted(subject.Reference.Title, tongue)} con {others}? Cinco puestos, ambas direcciones, demanda de {year}; línea base de {request.Baseline.Year}.",
            $"How does the crossing time change against {Quoted(subject.Reference.Title, tongue)} with {others}? Five posts, both directions, demand of {year}; baseline of {request.Baseline.Year}.");
    }

    private static string Quoted(Bilingual title, Tongue tongue) => tongue.Say($"«{title.Es}»", $"'{title.En}'");

    private static string Short(string hash) => hash.Length > HashShown ? hash[..HashShown] : hash;
}
