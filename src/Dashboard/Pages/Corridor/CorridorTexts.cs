using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>Texts of the map and the simulated day.</summary>
public static class CorridorTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Corredor", "Corridor");

    /// <summary>Name of the choice between the two below.</summary>
    public static Bilingual Modes { get; } = new("Qué se mira", "What is looked at");

    /// <summary>A simulated day.</summary>
    public static Bilingual SimulatedDay { get; } = new("Día simulado", "Simulated day");

    /// <summary>The twin.</summary>
    public static Bilingual Live { get; } = new("En vivo", "Live");

    /// <summary>Heading.</summary>
    public static Bilingual Heading { get; } = new("Un día en los cinco puestos", "A day at the five posts");

    /// <summary>Title of the map.</summary>
    public static Bilingual MapTitle { get; } = new("Mapa del Corredor Pacífico: camiones en cada puesto fronterizo", "Map of the Pacific Corridor: trucks at each border post");

    /// <summary>What the map shows, for those who do not see it.</summary>
    public static Bilingual MapSays { get; } = new(
        "De Guatemala a Panamá, la carretera y los cinco puestos fronterizos. En cada puesto, un círculo por sentido; su área es el número de camiones. Las cifras de cada puesto están en la lista que acompaña al mapa.",
        "From Guatemala to Panama, the road and the five border posts. At each post a circle for each direction; its area is the number of trucks. The figures of each post are in the list beside the map.");

    /// <summary>Legend: a direction.</summary>
    public static Bilingual South { get; } = new("van hacia el sur", "southbound");

    /// <inheritdoc cref="South"/>
    public static Bilingual North { get; } = new("van hacia el norte", "northbound");

    /// <summary>Legend: circles.</summary>
    public static Bilingual Area { get; } = new("Área del círculo: camiones en el puesto; núcleo sólido: los que aún hacen fila ante la garita.", "Area of the circle: trucks at the post; solid core: those still in line before the gate.");

    /// <summary>Where the outlines come from.</summary>
    public static Bilingual MapSource { get; } = new("Contornos: Natural Earth. Trazado de la carretera aproximado.", "Outlines: Natural Earth. The course of the road is approximate.");

    /// <summary>Choice of scenario.</summary>
    public static Bilingual Compare { get; } = new("Comparar la línea base con", "Compare the baseline with");

    /// <summary>No scenario.</summary>
    public static Bilingual Alone { get; } = new("ningún escenario (solo línea base)", "no scenario (baseline alone)");

    /// <summary>Choice of day.</summary>
    public static Bilingual Day { get; } = new("Día", "Day");

    /// <summary>Choice of time.</summary>
    public static Bilingual Time { get; } = new("Hora", "Time");

    /// <summary>Choice of replication.</summary>
    public static Bilingual Replication { get; } = new("Réplica", "Replication");

    /// <summary>Shows what was chosen.</summary>
    public static Bilingual Show { get; } = new("Mostrar", "Show");

    /// <summary>The slider.</summary>
    public static Bilingual Slider { get; } = new("Hora del día simulado", "Time of the simulated day");

    /// <summary>Starts the day.</summary>
    public static Bilingual Play { get; } = new("Reproducir el día", "Play the day");

    /// <summary>Halts it.</summary>
    public static Bilingual Pause { get; } = new("Pausa", "Pause");

    /// <summary>Keys.</summary>
    public static Bilingual Keys { get; } = new("Flechas: 5 minutos; Re Pág y Av Pág: 1 hora; Inicio y Fin: principio y final del día.", "Arrows: 5 minutes; Page Up and Page Down: 1 hour; Home and End: start and end of the day.");

    /// <summary>Post by post.</summary>
    public static Bilingual Posts { get; } = new("Puesto por puesto", "Post by post");

    /// <summary>Column: direction.</summary>
    public static Bilingual Way { get; } = new("Sentido", "Direction");

    /// <summary>Column: waiting before the gate.</summary>
    public static Bilingual Queue { get; } = new("En fila", "In line");

    /// <summary>Column: past the gate.</summary>
    public static Bilingual Inside { get; } = new("Adentro", "Inside");

    /// <summary>Column: crossing time.</summary>
    public static Bilingual Crossing { get; } = new("Cruce medio, h", "Mean crossing, h");

    /// <summary>What the columns mean.</summary>
    public static Bilingual Columns { get; } = new(
        "En fila: antes de la primera garita, en la carretera o entre los dos lados. Adentro: entre garita y salida. Cruce: de unirse a la fila a dejar el segundo lado, todos los camiones (M_crossing).",
        "In line: before the first gate, on the road or between the two sides. Inside: between gate and exit. Crossing: from joining the line to leaving the second side, all trucks (M_crossing).");

    /// <summary>Lanes of a post.</summary>
    public static Bilingual Lanes { get; } = new("Carriles y ventanillas", "Lanes and desks");

    /// <summary>Column: lane.</summary>
    public static Bilingual Lane { get; } = new("Carril o ventanilla", "Lane or desk");

    /// <summary>Column: busy of on duty.</summary>
    public static Bilingual Busy { get; } = new("Ocupados / de turno", "Busy / on duty");

    /// <summary>Column: waiting.</summary>
    public static Bilingual Waiting { get; } = new("Esperan", "Waiting");

    /// <summary>The week.</summary>
    public static Bilingual Week { get; } = new("La semana, hora por hora", "The week, hour by hour");

    /// <summary>How to read it.</summary>
    public static Bilingual WeekSays { get; } = new("Camiones presentes en promedio en cada hora, en fila o adentro. El recuadro marca la hora que se ve arriba; un día lleva a él.", "Mean number of trucks present in each hour, in line or inside. The frame marks the hour shown above; a day leads to it.");

    /// <summary>All posts.</summary>
    public static Bilingual Everywhere { get; } = new("Los cinco puestos", "All five posts");

    /// <summary>Choice of post.</summary>
    public static Bilingual Choose { get; } = new("Ver", "Show");

    /// <summary>The table of the week.</summary>
    public static Bilingual WeekTable { get; } = new("La semana en una tabla", "The week in a table");

    /// <summary>Column.</summary>
    public static Bilingual Hour { get; } = new("Hora", "Hour");

    /// <summary>Events.</summary>
    public static Bilingual Events { get; } = new("Lo último que pasó", "What happened last");

    /// <summary>No event yet.</summary>
    public static Bilingual NoEvents { get; } = new("Todavía nada en este día.", "Nothing yet on this day.");

    /// <summary>Deep link.</summary>
    public static Bilingual LinkHere { get; } = new("Enlace a este instante", "Link to this instant");

    /// <summary>While a film is made.</summary>
    public static Bilingual Making { get; } = new("Se está simulando la semana", "The week is being simulated");

    /// <summary>How long that takes.</summary>
    public static Bilingual MakingSays { get; } = new(
        "Cuatro semanas de preparación y una que se narra camión por camión: unos segundos por escenario, una sola vez. La página se completa sola; sin guiones, vuelva a cargarla.",
        "Four weeks to warm up and one told truck by truck: some seconds for each scenario, once only. The page completes itself; without script, reload it.");

    /// <summary>Asks again.</summary>
    public static Bilingual Reload { get; } = new("Volver a cargar", "Reload");

    /// <summary>It went wrong.</summary>
    public static Bilingual FilmFailed { get; } = new(
        "La semana no se pudo simular; los detalles están en la ventana desde la que se inició el programa. Pruebe otro escenario u otra réplica.",
        "The week could not be simulated; details stand in the window the program was started from. Try another scenario or replication.");

    /// <summary>No baseline.</summary>
    public static Bilingual NoBaseline { get; } = new("No hay una línea base que se pueda leer", "There is no baseline that can be read");

    /// <summary>What to do then.</summary>
    public static Bilingual NoBaselineSays { get; } = new("Corrija en el directorio de escenarios lo que sigue y vuelva a cargar la página.", "Mend what follows in the directory of scenarios and reload the page.");

    /// <summary>Days from Monday.</summary>
    public static IReadOnlyList<Bilingual> Days { get; } =
    [
        new("lunes", "Monday"), new("martes", "Tuesday"), new("miércoles", "Wednesday"), new("jueves", "Thursday"), new("viernes", "Friday"), new("sábado", "Saturday"), new("domingo", "Sunday"),
    ];
}
