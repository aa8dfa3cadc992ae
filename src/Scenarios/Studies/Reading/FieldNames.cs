using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>The fields of a study and the names that columns give them, Spanish and English.</summary>
internal static class FieldNames
{
    private static readonly (string Field, string[] Names)[] Known =
    [
        ("post", ["post", "border post", "crossing", "border", "puesto", "puesto fronterizo", "paso", "paso fronterizo", "frontera", "aduana"]),
        ("side", ["side", "country", "side country", "lado", "país", "país del lado"]),
        ("role", ["role", "exit or entry", "rol", "salida o entrada", "cabecera"]),
        ("direction", ["direction", "dir", "heading", "sentido", "dirección", "rumbo"]),
        ("truck", ["truck", "unit", "truck id", "id truck", "plate", "vehicle", "camión", "id camión", "código camión", "placa", "matrícula", "unidad", "vehículo", "cabezal", "medio de transporte"]),
        ("operation", ["operation", "op", "operation type", "type of operation", "regime", "operación", "tipo de operación", "tipo operación", "régimen"]),
        ("cargo", ["cargo", "cargo class", "class", "carga", "clase", "clase de carga", "tipo de carga"]),
        ("flags", ["flags", "cls", "marcas del camión"]),
        ("aeo", ["aeo", "oea"]),
        ("msme", ["msme", "sme", "mipyme", "pyme"]),
        ("channel", ["channel", "chan", "risk channel", "canal", "canal de riesgo", "semáforo", "selectividad"]),
        ("t0", ["t0", "queue enter", "joined line", "joins line", "queue start", "inicio de fila", "llegada a la fila", "ingreso a la fila", "entrada a la fila"]),
        ("t1", ["t1", "arrival", "arrival time", "gate in", "post arrive", "llegada", "hora de llegada", "fecha de llegada", "fecha y hora de llegada", "ingreso", "primera garita"]),
        ("t2", ["t2", "declaration registered", "registration", "registro", "fecha de registro", "registro de la declaración", "declaración registrada"]),
        ("t3", ["t3", "channel assigned", "selection", "asignación de canal", "canal asignado"]),
        ("t4", ["t4", "inspection start time", "inicio de inspección", "inicio inspección", "inicio de la inspección"]),
        ("t5", ["t5", "inspection end time", "fin de inspección", "fin inspección", "fin de la inspección"]),
        ("t6", ["t6", "payment time", "tax paid", "taxes paid", "pago", "pago de impuestos", "fecha de pago"]),
        ("t7", ["t7", "release", "release time", "released", "levante", "fecha de levante", "hora de levante", "liberación"]),
        ("t8", ["t8", "exit", "exit time", "departure", "physical exit", "salida", "hora de salida", "fecha de salida", "fecha y hora de salida", "salida física"]),
        ("censored", ["censored", "still inside", "censurado", "sigue dentro", "sin salida"]),
        ("seen_until", ["seen until", "observed until", "visto hasta", "observado hasta"]),
        ("hour", ["hour", "hora", "from hour", "fecha y hora"]),
        ("count", ["count", "trucks", "conteo", "camiones", "cantidad"]),
        ("mean", ["mean", "average", "mean hours", "media", "promedio", "media horas", "tiempo promedio"]),
        ("median", ["median", "median hours", "mediana", "mediana horas"]),
        ("deviation", ["deviation", "standard deviation", "sd", "desviación", "desviación estándar"]),
        ("n", ["n", "sample", "sample size", "cases", "muestra", "tamaño de muestra", "casos"]),
        ("measure", ["measure", "clearance measure", "medida"]),
    ];

    private static readonly (string Stage, string[] Names)[] Stages =
    [
        ("gate", ["gate", "garita", "portón"]), ("migration", ["migration", "migración"]), ("customs", ["customs", "aduana", "aduanas"]), ("sps", ["sps", "cuarentena", "sanidad"]),
        ("review", ["review", "revisión"]), ("scan", ["scan", "scanner", "escáner"]), ("inspection", ["inspection", "inspección"]), ("sps-inspection", ["sps inspection", "inspección sps"]),
        ("laboratory", ["laboratory", "lab", "laboratorio"]), ("payment", ["payment", "pago"]), ("exit", ["exit", "salida"]),
    ];

    private static readonly (Agency Agency, string[] Names)[] Agencies =
    [
        (Agency.Customs, ["customs", "aduana"]), (Agency.Migration, ["migration", "migración"]), (Agency.Sps, ["sps", "cuarentena"]), (Agency.Health, ["health", "salud"]), (Agency.Police, ["police", "policía"]), (Agency.Transport, ["transport", "transporte"]),
    ];

    private static readonly Dictionary<string, string> ByName = Build();

    /// <summary>All fields: those above, stage times and examinations.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByName.Values.Distinct()];

    /// <summary>The field a column's name stands for; null if none does.</summary>
    public static string? Of(string column)
    {
        if (ByName.TryGetValue(Fold.Of(column), out string? field)) return field;
        // "Salida física (t8)": a stamp's number in any name decides.
        string[] stamps = [.. Fold.Words(column).Where(w => w.Length == 2 && w[0] == 't' && w[1] is >= '0' and <= '8').Distinct()];
        return stamps.Length == 1 ? stamps[0] : null;
    }

    /// <summary>The field a column's name looks like; null if none.</summary>
    public static string? Nearly(string column) =>
        Nearest.To(Fold.Of(column), ByName.Keys.Where(k => k.Length > 3)) is { } name ? ByName[name] : null;

    private static Dictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>();
        foreach ((string field, string[] words) in Known)
            foreach (string word in words) names.TryAdd(Fold.Of(word), field);
        foreach ((string stage, string[] words) in Stages)
            foreach (string word in words.Append(stage))
                Times(word, StageColumns.Start(stage), StageColumns.End(stage));
        foreach ((Agency agency, string[] words) in Agencies)
            foreach (string word in words)
            {
                Times($"inspection {word}", StageColumns.Inspection(agency, true), StageColumns.Inspection(agency, false));
                Times($"inspección {word}", StageColumns.Inspection(agency, true), StageColumns.Inspection(agency, false));
            }
        return names;

        void Times(string word, string start, string end)
        {
            foreach (string form in new[] { $"{word} start", $"{word} inicio", $"inicio {word}" }) names.TryAdd(Fold.Of(form), start);
            foreach (string form in new[] { $"{word} end", $"{word} fin", $"fin {word}" }) names.TryAdd(Fold.Of(form), end);
        }
    }
}
