using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Report;

/// <summary>Texts of the report and of verifying it.</summary>
public static class ReportPageTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Informe", "Report");

    /// <summary>What the page is for.</summary>
    public static Bilingual Lead { get; } = new(
        "Un informe que se puede enviar y que cualquiera puede comprobar: lleva sus datos, los archivos de entrada y el sello de lo que lo sustenta.",
        "A report that can be sent on and that anyone can check: it carries its data, the input files and the stamp of what it rests on.");

    /// <summary>No results.</summary>
    public static Bilingual Empty { get; } = new("Todavía no hay nada de lo que informar.", "There is nothing to report yet.");

    /// <summary>What to do then.</summary>
    public static Bilingual EmptyHint { get; } = new("Simule al menos un escenario; el informe aparece aquí.", "Run at least one scenario; the report appears here.");

    /// <summary>Summary of the form.</summary>
    public static Bilingual Choose { get; } = new("Cambiar de qué se informa", "Change what is reported");

    /// <summary>Heading.</summary>
    public static Bilingual Downloads { get; } = new("Descargar", "Download");

    /// <summary>Heading.</summary>
    public static Bilingual Preview { get; } = new("Así será el informe", "The report as it will be");

    /// <summary>Kind of file.</summary>
    public static Bilingual Html { get; } = new("Una página (HTML)", "One page (HTML)");

    /// <summary>What for.</summary>
    public static Bilingual HtmlHint { get; } = new("Se abre sin red, con gráficos vivos y todos los datos. Se puede comprobar.", "Opens without a network, with live charts and all data. Can be verified.");

    /// <summary>Kind of file.</summary>
    public static Bilingual Pdf { get; } = new("PDF en A4", "PDF on A4");

    /// <summary>What for.</summary>
    public static Bilingual PdfHint { get; } = new("Con etiquetas para lectores de pantalla, y el sello al pie de cada página.", "Tagged for screen readers, with the stamp at the foot of every page.");

    /// <summary>No Chromium.</summary>
    public static Bilingual NoPdf { get; } = new(
        "En este equipo no hay Chromium, que es quien hace el PDF. Abra la página HTML e imprímala a PDF desde su navegador.",
        "There is no Chromium on this machine, which makes the PDF. Open the HTML page and print it to PDF from your browser.");

    /// <summary>It failed.</summary>
    public static Bilingual PdfFailed { get; } = new(
        "Chromium no pudo hacer el PDF. Abra la página HTML e imprímala a PDF desde su navegador.",
        "Chromium could not make the PDF. Open the HTML page and print it to PDF from your browser.");

    /// <summary>Kind of file.</summary>
    public static Bilingual Xlsx { get; } = new("Hoja de cálculo (XLSX)", "Spreadsheet (XLSX)");

    /// <summary>What for.</summary>
    public static Bilingual XlsxHint { get; } = new("Cada cuadro en una hoja, con todos los decimales. Se puede comprobar.", "Every table on a sheet of its own, with all decimals. Can be verified.");

    /// <summary>Kind of file.</summary>
    public static Bilingual Data { get; } = new("Datos (JSON, CSV)", "Data (JSON, CSV)");

    /// <summary>What for.</summary>
    public static Bilingual DataHint { get; } = new("Para otros programas; el JSON lleva además los archivos de entrada y se puede comprobar.", "For other programs; the JSON also carries the input files and can be verified.");

    /// <summary>Kind of file.</summary>
    public static Bilingual Picture { get; } = new("Gráficos (PNG)", "Charts (PNG)");

    /// <summary>How.</summary>
    public static Bilingual PictureHint { get; } = new("El botón de la cámara, sobre cada gráfico de abajo o de la página HTML, lo guarda con su sello.", "The camera button over each chart, below or in the HTML page, saves it with its stamp.");

    /// <summary>Kind of file.</summary>
    public static Bilingual Checking { get; } = new("¿Tiene un informe?", "Have a report?");

    /// <summary>What for.</summary>
    public static Bilingual CheckingHint { get; } = new("Compruebe que sus cifras se reproducen.", "Check that its figures are reproduced.");

    /// <summary>Link to verifying.</summary>
    public static Bilingual Verify { get; } = new("Comprobar un informe", "Verify a report");

    /// <summary>Part.</summary>
    public static Bilingual Table2 { get; } = new("Indicadores de la estrategia, cuadro 2", "Indicators of the strategy, Table 2");

    /// <summary>Part.</summary>
    public static Bilingual Measures { get; } = new("Medidas y evidencia", "Measures and evidence");

    /// <summary>Column.</summary>
    public static Bilingual Parameter { get; } = new("Medida y parámetro", "Measure and parameter");

    /// <summary>Column.</summary>
    public static Bilingual Value { get; } = new("Valor", "Value");

    /// <summary>Column.</summary>
    public static Bilingual Range { get; } = new("Rango", "Range");

    /// <summary>Column.</summary>
    public static Bilingual Evidence { get; } = new("Evidencia", "Evidence");

    /// <summary>Column.</summary>
    public static Bilingual Source { get; } = new("Fuente", "Source");

    /// <summary>Part.</summary>
    public static Bilingual Sources { get; } = new("Fuentes de las medidas", "Sources of the measures");

    /// <summary>Part.</summary>
    public static Bilingual Assumptions { get; } = new("De qué cifras parte la línea base", "Which figures the baseline starts from");

    /// <summary>Column.</summary>
    public static Bilingual Grade { get; } = new("Grado", "Grade");

    /// <summary>Column.</summary>
    public static Bilingual Count { get; } = new("Cifras", "Figures");

    /// <summary>Where to find them all.</summary>
    public static Bilingual AllFigures { get; } = new(
        "Cada cifra, con su valor, rango y fuente, está en la hoja de cálculo y en los datos de este informe.",
        "Every figure, with its value, range and source, is in the spreadsheet and in the data of this report.");

    /// <summary>Part.</summary>
    public static Bilingual Method { get; } = new("Método y definiciones", "Method and definitions");

    /// <summary>Of the method.</summary>
    public static Bilingual HowSimulated { get; } = new(
        "Simulación por eventos discretos de los cinco puestos en ambas direcciones: filas, turnos, horarios, inspecciones y declaraciones de cada camión. La cola del camino cuenta; ninguna reforma mejora una cifra moviendo la cola fuera del reloj.",
        "Discrete-event simulation of the five posts in both directions: queues, shifts, hours, inspections and the declaration of every truck. The queue on the road counts; no reform improves a figure by moving the queue out of the clock.");

    /// <summary>Of the method.</summary>
    public static Bilingual TimeSplit { get; } = new(
        "Reparto del tiempo: servicio (se trabaja en el camión), documentos (el camión espera a su declaración), cerrado (nadie está de turno), bloqueado (el patio siguiente está lleno), fila (el resto) y marcha.",
        "Time split: service (someone works on the truck), documents (the truck waits for its declaration), closed (nobody is on duty), blocked (the next yard is full), queue (the rest) and driving.");

    /// <summary>Of the method.</summary>
    public static Bilingual WhoLoses { get; } = new(
        "Quién gana y quién pierde: en color, lo que se distingue del azar al 95 %; los grupos uno por uno, comprobados todos a la vez (Bonferroni).",
        "Who gains and who loses: in colour, what can be told from chance at 95 %; groups one by one, all tested together (Bonferroni).");

    /// <summary>Heading of verifying.</summary>
    public static Bilingual VerifyHeading { get; } = new("Comprobar un informe", "Verify a report");

    /// <summary>What happens.</summary>
    public static Bilingual VerifyLead { get; } = new(
        "Elija un informe en HTML, JSON o XLSX. El programa simula de nuevo lo que dice, con las copias de los archivos de entrada que lleva, y compara cada cifra. Tarda lo que tardó la simulación.",
        "Choose a report as HTML, JSON or XLSX. The program simulates what it says again, from the copies of the input files it carries, and compares every figure. It takes as long as the run took.");

    /// <summary>Field.</summary>
    public static Bilingual File { get; } = new("Informe", "Report");

    /// <summary>Button.</summary>
    public static Bilingual Check { get; } = new("Comprobar", "Verify");

    /// <summary>No file.</summary>
    public static Bilingual NoFile { get; } = new("Elija un archivo.", "Choose a file.");

    /// <summary>Too many.</summary>
    public static Bilingual Busy { get; } = new("Ya se están comprobando otros informes; espere a que terminen.", "Other reports are being verified already; wait until they are done.");

    /// <summary>State.</summary>
    public static Bilingual Working { get; } = new("Se está simulando de nuevo. Esta página se actualiza sola.", "Simulating again. This page updates by itself.");

    /// <summary>Button.</summary>
    public static Bilingual Stop { get; } = new("Detener", "Stop");

    /// <summary>State.</summary>
    public static Bilingual Stopped { get; } = new("Detenido: nada se ha comprobado.", "Stopped: nothing was verified.");

    /// <summary>State.</summary>
    public static Bilingual Failed { get; } = new("No se pudo comprobar; los detalles están en la ventana desde la que se inició el programa.", "It could not be verified; details stand in the window the program was started from.");

    /// <summary>Of a difference.</summary>
    public static Bilingual InReport { get; } = new("en el informe", "in the report");

    /// <summary>Of a difference.</summary>
    public static Bilingual Now { get; } = new("ahora", "now");

    /// <summary>Link.</summary>
    public static Bilingual Another { get; } = new("Comprobar otro", "Verify another");
}
