using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>Texts of the pages of assumptions.</summary>
public static class AssumptionTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Supuestos", "Assumptions");

    /// <summary>Heading.</summary>
    public static Bilingual Heading { get; } = new("¿En qué cifras descansa la respuesta?", "Which figures does the answer rest on?");

    /// <summary>What this is.</summary>
    public static Bilingual Lead { get; } = new(
        "Todas las cifras de la línea base, con su rango, su calidad y su fuente. ¿Conoce un valor real? Póngalo: todo se calculará con él, y dirá que es suyo.",
        "Every figure of the baseline, with its range, grade and source. Do you know a real value? Enter it: everything will be computed with it, and will say that it is yours.");

    /// <summary>How ordered.</summary>
    public static Bilingual Order { get; } = new(
        "Orden: primero lo que forma la capacidad, de la que más dependen los tiempos de fila; dentro de cada grupo, lo menos seguro (rango más ancho) arriba. Cuánto cambia una respuesta con ±2 % de capacidad se ve en cada comparación.",
        "Order: first what capacity is made of, on which queueing times hang most; within each group the least certain (widest range) on top. How much an answer changes with ±2 % of capacity is shown with every comparison.");

    /// <summary>Heading of the order found.</summary>
    public static Bilingual Ranked { get; } = new("De qué depende más la respuesta", "What the answer hangs on most");

    /// <summary>Nobody has asked yet.</summary>
    public static Bilingual NotRanked { get; } = new(
        "Todavía no se ha buscado. Compare un escenario con la línea base y elija «Buscar de qué depende»: los supuestos aparecerán aquí en ese orden.",
        "Nobody has looked yet. Compare one scenario with the baseline and choose 'Find what it hangs on': the assumptions will stand here in that order.");

    /// <summary>Which answer.</summary>
    public static Bilingual RankedBy { get; } = new("Según la respuesta de:", "By the answer of:");

    /// <summary>Column.</summary>
    public static Bilingual Weight { get; } = new("Peso, h", "Weight, h");

    /// <summary>Heading of the whole list.</summary>
    public static Bilingual AllFigures { get; } = new("Todas las cifras", "All figures");

    /// <summary>Search.</summary>
    public static Bilingual Search { get; } = new("Buscar", "Search");

    /// <summary>What.</summary>
    public static Bilingual SearchHint { get; } = new("puesto, etapa, fuente…", "post, stage, source…");

    /// <summary>Grade.</summary>
    public static Bilingual Grade { get; } = new("Calidad", "Grade");

    /// <summary>Any.</summary>
    public static Bilingual AnyGrade { get; } = new("cualquiera", "any");

    /// <summary>Kind.</summary>
    public static Bilingual Group { get; } = new("Grupo", "Group");

    /// <summary>Any.</summary>
    public static Bilingual AnyGroup { get; } = new("todos los grupos", "all groups");

    /// <summary>Filter.</summary>
    public static Bilingual OnlyOwn { get; } = new("Solo las mías", "Only mine");

    /// <summary>Go.</summary>
    public static Bilingual Find { get; } = new("Filtrar", "Filter");

    /// <summary>All again.</summary>
    public static Bilingual Clear { get; } = new("Ver todas", "Show all");

    /// <summary>Count.</summary>
    public static Bilingual Shown { get; } = new("cifras", "figures");

    /// <summary>Count.</summary>
    public static Bilingual Of { get; } = new("de", "of");

    /// <summary>Nothing.</summary>
    public static Bilingual NoneFound { get; } = new("Ninguna cifra coincide. Quite alguna palabra o filtro.", "No figure matches. Take away a word or a filter.");

    /// <summary>None of one's own.</summary>
    public static Bilingual NoneOwn { get; } = new(
        "Aún no ha puesto ninguna cifra suya. Busque una cifra y elija «Poner valor real».",
        "You have entered no figure of your own yet. Find a figure and choose “Enter real value”.");

    /// <summary>Column.</summary>
    public static Bilingual What { get; } = new("Cifra", "Figure");

    /// <summary>Column.</summary>
    public static Bilingual Value { get; } = new("Valor", "Value");

    /// <summary>Column.</summary>
    public static Bilingual Range { get; } = new("Rango", "Range");

    /// <summary>Column.</summary>
    public static Bilingual Source { get; } = new("Fuente", "Source");

    /// <summary>Link.</summary>
    public static Bilingual Set { get; } = new("Poner valor real", "Enter real value");

    /// <summary>Link.</summary>
    public static Bilingual Change { get; } = new("Cambiar", "Change");

    /// <summary>Mark.</summary>
    public static Bilingual Mine { get; } = new("suya", "yours");

    /// <summary>The baseline's.</summary>
    public static Bilingual Shipped { get; } = new("La línea base dice", "The baseline says");

    /// <summary>Group.</summary>
    public static Bilingual Capacity { get; } = new("Capacidad: personal, horarios y tiempos de atención", "Capacity: staff, hours and service times");

    /// <summary>Group.</summary>
    public static Bilingual Demand { get; } = new("Demanda: camiones, buses y autos, por hora, día y mes", "Demand: trucks, buses and cars, by hour, day and month");

    /// <summary>Group.</summary>
    public static Bilingual Risk { get; } = new("Riesgo e inspección", "Risk and inspection");

    /// <summary>Group.</summary>
    public static Bilingual Declarations { get; } = new("Declaraciones", "Declarations");

    /// <summary>Group.</summary>
    public static Bilingual Carriers { get; } = new("Qué hacen los transportistas ante la fila", "What carriers do when the line is long");

    /// <summary>Group.</summary>
    public static Bilingual Outages { get; } = new("Caídas del sistema", "System outages");

    /// <summary>Group.</summary>
    public static Bilingual Roads { get; } = new("Carreteras entre puestos", "Roads between posts");

    /// <summary>Group.</summary>
    public static Bilingual Costs { get; } = new("Valores de costo (no mueven ningún minuto)", "Unit costs (they move no minute)");

    /// <summary>Group.</summary>
    public static Bilingual Other { get; } = new("Otras", "Others");

    /// <summary>Grade.</summary>
    public static Bilingual Assumption { get; } = new("supuesto", "assumption");

    /// <summary>Grade.</summary>
    public static Bilingual Read { get; } = new("leído en una fuente", "read in a source");

    /// <summary>Grade.</summary>
    public static Bilingual Derived { get; } = new("calculado de cifras leídas", "derived from figures read");

    /// <summary>Grade.</summary>
    public static Bilingual Calibrated { get; } = new("calibrado", "calibrated");

    /// <summary>Grade.</summary>
    public static Bilingual Measured { get; } = new("medido", "measured");

    /// <summary>Grade.</summary>
    public static Bilingual Ungraded { get; } = new("sin calidad", "no grade");

    /// <summary>Title.</summary>
    public static Bilingual FigureTitle { get; } = new("Poner el valor real", "Enter the real value");

    /// <summary>How.</summary>
    public static Bilingual ValueHint { get; } = new("Con su unidad, como está escrito ahí.", "With its unit, as it is written there.");

    /// <summary>Field.</summary>
    public static Bilingual SourceField { get; } = new("De dónde sale", "Where it comes from");

    /// <summary>Example.</summary>
    public static Bilingual SourceHint { get; } = new("Por ejemplo: TRS de Peñas Blancas, 2026", "For example: TRS of Peñas Blancas, 2026");

    /// <summary>Field.</summary>
    public static Bilingual Date { get; } = new("Fecha del dato (opcional)", "Date of the figure (optional)");

    /// <summary>Field.</summary>
    public static Bilingual Note { get; } = new("Comentario (opcional)", "Remark (optional)");

    /// <summary>Button.</summary>
    public static Bilingual Save { get; } = new("Usar este valor", "Use this value");

    /// <summary>Button.</summary>
    public static Bilingual Back { get; } = new("Volver al valor de la línea base", "Go back to the baseline's value");

    /// <summary>What it does.</summary>
    public static Bilingual Effect { get; } = new(
        "Vale para todos los escenarios que parten de esta línea base. Lo ya calculado no cambia; lo que se calcule desde ahora usa este valor.",
        "It holds for every scenario that starts from this baseline. What is computed already does not change; what is computed from now on uses this value.");

    /// <summary>Link.</summary>
    public static Bilingual All { get; } = new("Todos los supuestos", "All assumptions");

    /// <summary>Done.</summary>
    public static Bilingual Saved { get; } = new("Guardado. Desde ahora se calcula con sus cifras.", "Saved. From now on your figures are used.");

    /// <summary>Done.</summary>
    public static Bilingual Undone { get; } = new("El último cambio se deshizo.", "The last change was undone.");

    /// <summary>Button.</summary>
    public static Bilingual Undo { get; } = new("Deshacer el último cambio", "Undo the last change");

    /// <summary>Error.</summary>
    public static Bilingual NeedsValue { get; } = new("falta el valor", "a value is missing");

    /// <summary>Error.</summary>
    public static Bilingual NeedsSource { get; } = new("falta decir de dónde sale", "where it comes from is missing");

    /// <summary>Error.</summary>
    public static Bilingual DiskFailed { get; } = new("No se pudo guardar: el disco está lleno o no se puede escribir.", "It could not be saved: the disk is full or cannot be written.");

    /// <summary>Notice.</summary>
    public static Bilingual OwnCount { get; } = new("cifras suyas en uso", "figures of your own in use");

    /// <summary>Where kept.</summary>
    public static Bilingual File { get; } = new("Archivo y lugar", "File and place");

    /// <summary>The row of the table.</summary>
    public static Bilingual Cited { get; } = new("Lo que dice la fuente", "What the source says");

    /// <summary>No run with other capacity.</summary>
    public static Bilingual NoCapacity { get; } = new(
        "Aún no hay ninguna simulación terminada con capacidad ±2 %; márquelo al pedir una.",
        "No finished run has been made with capacity ±2 % yet; tick it when you ask for one.");
}
