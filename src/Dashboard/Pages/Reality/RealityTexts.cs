using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Reality;

/// <summary>Texts of the page on model and reality.</summary>
internal static class RealityTexts
{
    public static Bilingual Link { get; } = new("Modelo y realidad", "Model and reality");
    public static Bilingual Lead { get; } = new(
        "Su estudio de tiempos de despacho (TRS) junto a lo que el modelo da: qué filas se pudieron leer, y un veredicto por puesto, lado y operación.",
        "Your time release study (TRS) beside what the model gives: which rows could be read, and a verdict by post, side and operation.");
    public static Bilingual Upload { get; } = new("Cargar un estudio", "Load a study");
    public static Bilingual File { get; } = new("Archivo", "File");
    public static Bilingual FileHint { get; } = new(
        "CSV, XLSX o JSON Lines, hasta 5 MB: una fila por camión y lado, conteos por hora, o medias. No sale de este equipo y se borra al cerrar el programa. Los mayores: corridor validate --data.",
        "CSV, XLSX or JSON Lines, up to 5 MB: one row per truck and side, hourly counts, or means. It does not leave this machine and is deleted when the program ends. Larger ones: corridor validate --data.");
    public static Bilingual Beside { get; } = new("Línea base", "Baseline");
    public static Bilingual Compare { get; } = new("Leer y comparar", "Read and compare");
    public static Bilingual Empty { get; } = new("Todavía no hay ningún estudio.", "There is no study yet.");
    public static Bilingual EmptyHint { get; } = new(
        "Cargue el suyo arriba, o pruebe con el de muestra: una semana en Guasaule que hizo el simulador con otra verdad que la de la línea base.",
        "Load your own above, or try the sample: a week at Guasaule that the simulator made from another truth than the baseline's.");
    public static Bilingual UseSample { get; } = new("Probar con el estudio de muestra (simulado)", "Try the sample study (simulated)");
    public static Bilingual Earlier { get; } = new("Estudios de esta sesión", "Studies of this session");
    public static Bilingual NoFile { get; } = new("Elija un archivo.", "Choose a file.");
    public static Bilingual NoBaseline { get; } = new("No hay una línea base que se pueda leer; 'corridor validate' dice por qué.", "There is no baseline that can be read; 'corridor validate' says why.");
    public static Bilingual Busy { get; } = new("Ya esperan varios estudios; pruebe de nuevo en un minuto.", "Several studies wait already; try again in a minute.");
    public static Bilingual Stopped { get; } = new("Detenido.", "Stopped.");
    public static Bilingual Failed { get; } = new("Falló; el registro del programa dice por qué.", "It failed; the program's log says why.");
    public static Bilingual Refused { get; } = new("El estudio no se puede leer así", "The study cannot be read as it is");
    public static Bilingual MapHeading { get; } = new("Qué columna tiene qué", "Which column holds what");
    public static Bilingual MapHint { get; } = new("Propuesto por los nombres; cámbielo y lea de nuevo.", "Proposed by the names; change it and read again.");
    public static Bilingual NoColumn { get; } = new("(ninguna)", "(none)");
    public static Bilingual Dates { get; } = new("Fechas", "Dates");
    public static Bilingual DatesAuto { get; } = new("según las propias fechas", "as the dates themselves tell");
    public static Bilingual DayFirst { get; } = new("día/mes/año", "day/month/year");
    public static Bilingual MonthFirst { get; } = new("mes/día/año", "month/day/year");
    public static Bilingual ReadAgain { get; } = new("Leer de nuevo", "Read again");
    public static Bilingual WhatWasRead { get; } = new("Lo que se leyó", "What was read");
    public static Bilingual Rejected { get; } = new("Filas rechazadas", "Rejected rows");
    public static Bilingual AllRejected { get; } = new("Todas las rechazadas (CSV)", "All rejected rows (CSV)");
    public static Bilingual Line { get; } = new("Línea", "Line");
    public static Bilingual Column { get; } = new("Columna", "Column");
    public static Bilingual Value { get; } = new("Valor", "Value");
    public static Bilingual Reason { get; } = new("Razón", "Reason");
    public static Bilingual Columns { get; } = new("Columnas usadas", "Columns used");
    public static Bilingual Working { get; } = new("Se simulan semanas y se encuestan como el estudio…", "Weeks are simulated and surveyed as the study was…");
    public static Bilingual Stop { get; } = new("Detener", "Stop");
    public static Bilingual Verdicts { get; } = new("Veredictos", "Verdicts");
    public static Bilingual Rule { get; } = new("La regla", "The rule");
    public static Bilingual Side { get; } = new("Lado", "Side");
    public static Bilingual Operation { get; } = new("Operación", "Operation");
    public static Bilingual Trucks { get; } = new("Camiones", "Trucks");
    public static Bilingual Observed { get; } = new("observado, h", "observed, h");
    public static Bilingual Simulated { get; } = new("simulado, h", "simulated, h");
    public static Bilingual Difference { get; } = new("diferencia (90 %), h", "difference (90 %), h");
    public static Bilingual Margin { get; } = new("margen, h", "margin, h");
    public static Bilingual Verdict { get; } = new("veredicto", "verdict");
    public static Bilingual Charts { get; } = new("De cerca", "A closer look");
    public static Bilingual Post { get; } = new("Puesto", "Post");
    public static Bilingual Another { get; } = new("Otro estudio", "Another study");
    public static Bilingual Workbook { get; } = new("Tablas (XLSX)", "Tables (XLSX)");
    public static Bilingual Carry { get; } = new("Línea base con los veredictos (YAML)", "Baseline with the verdicts (YAML)");
    public static Bilingual CarryHint { get; } = new("Puesta en el directorio de escenarios en lugar de la suya, cada resultado posterior dirá lo que este estudio dijo de sus puestos.", "Put into the scenario directory in place of yours, every later result will say what this study said of its posts.");
    public static Bilingual SimulatedStudy { get; } = new("SIMULADO: este estudio lo hizo un simulador; ningún camión de él cruzó una frontera.", "SIMULATED: a simulator made this study; no truck of it crossed a border.");
    public static Bilingual FittedStudy { get; } = new("La línea base se ajustó a este mismo estudio: el veredicto dice cómo ajusta, no cuánto vale para otras semanas.", "The baseline was fitted to this very study: the verdict says how well it fits, not what it is worth for other weeks.");
    public static Bilingual Flows { get; } = new("Flujos por hora (GEH)", "Hourly flows (GEH)");
}
