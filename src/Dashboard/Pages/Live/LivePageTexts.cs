using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>Texts of the live page.</summary>
public static class LivePageTexts
{
    /// <summary>Heading.</summary>
    public static Bilingual Heading { get; } = new("Los cinco puestos ahora", "The five posts now");

    /// <summary>Nothing was told yet.</summary>
    public static Bilingual Empty { get; } = new("El gemelo aún no ha recibido ningún evento", "The twin has not been told anything yet");

    /// <summary>What the page is for.</summary>
    public static Bilingual EmptySays { get; } = new(
        "Aquí se ve dónde está cada camión según las lecturas de garitas, cámaras, GPS y declaraciones, qué viene en las próximas horas, y qué cambiaría una medida tomada ahora. Para verlo funcionar, envíele un corredor simulado:",
        "Here one sees where every truck is by the readings of gates, cameras, GPS and declarations, what the next hours bring, and what a step taken now would change. To see it work, send it a simulated corridor:");

    /// <summary>First step.</summary>
    public static Bilingual MakeKey { get; } = new("Cree una clave para la fuente; se muestra una sola vez, guárdela en un archivo:", "Make a key for the source; it is shown once, keep it in a file:");

    /// <summary>Second step.</summary>
    public static Bilingual SendFeed { get; } = new("Envíe un día simulado a 600 veces su velocidad (144 segundos); esta página se actualiza sola:", "Send a simulated day at 600 times its speed (144 seconds); this page follows by itself:");

    /// <summary>Real events.</summary>
    public static Bilingual RealEvents { get; } = new("Los eventos reales entran por la misma dirección, como JSON Lines o CSV (corridor-event/1); docs/twin.md dice cómo.", "Real events come in by the same address, as JSON Lines or CSV (corridor-event/1); docs/twin.md says how.");

    /// <summary>The state's own time.</summary>
    public static Bilingual StateAt { get; } = new("Estado a las", "State at");

    /// <summary>All events are simulated.</summary>
    public static Bilingual Simulated { get; } = new("Eventos simulados", "Simulated events");

    /// <summary>What level of twin that is.</summary>
    public static Bilingual Prototype { get; } = new("prototipo de gemelo digital: lo que sigue es un corredor simulado, no el real.", "a digital twin's prototype: what it follows is a simulated corridor, not the real one.");

    /// <summary>Events of the real corridor.</summary>
    public static Bilingual Observed { get; } = new("Eventos recibidos", "Events received");

    /// <summary>What level of twin that is.</summary>
    public static Bilingual Shadow { get; } = new("sombra digital: los datos van en un solo sentido, del corredor aquí.", "a digital shadow: data flows one way, from the corridor to here.");

    /// <summary>Line before the first gate.</summary>
    public static Bilingual InLine { get; } = new("En fila", "In line");

    /// <summary>Past the gate.</summary>
    public static Bilingual Inside { get; } = new("Adentro", "Inside");

    /// <summary>The longest wait so far in the line.</summary>
    public static Bilingual Waits { get; } = new("Mayor espera", "Longest wait");

    /// <summary>Last heard of.</summary>
    public static Bilingual Heard { get; } = new("Visto hace", "Heard ago");

    /// <summary>Not known.</summary>
    public static Bilingual NoData { get; } = new("sin datos", "no data");

    /// <summary>What the table's columns mean.</summary>
    public static Bilingual Columns { get; } = new(
        "En fila: camiones ante la primera garita, y entre paréntesis dónde está el número verdadero con 90 % de probabilidad si faltan lecturas. Adentro: pasada la garita, en ese lado. Mayor espera: la de quien más lleva en la fila. Visto hace: desde la última lectura de ese país en el puesto. Sin datos: nada se ha sabido de ese lado en seis horas.",
        "In line: trucks before the first gate, and in brackets where the true number lies with 90 % probability where readings are missing. Inside: past the gate, on that side. Longest wait: of who has been in line longest. Heard ago: since the last reading of that country at the post. No data: nothing has been heard of that side for six hours.");

    /// <summary>Heading of the sources.</summary>
    public static Bilingual Sources { get; } = new("Fuentes", "Sources");

    /// <summary>A source.</summary>
    public static Bilingual Source { get; } = new("Fuente", "Source");

    /// <summary>Its newest event.</summary>
    public static Bilingual Newest { get; } = new("Su evento más reciente", "Its newest event");

    /// <summary>Wall clock.</summary>
    public static Bilingual HeardAgo { get; } = new("Oída por última vez", "Last heard");

    /// <summary>Accepted events.</summary>
    public static Bilingual Taken { get; } = new("Tomados", "Taken");

    /// <summary>Late events.</summary>
    public static Bilingual Late { get; } = new("Tarde", "Late");

    /// <summary>Refused lines.</summary>
    public static Bilingual Aside { get; } = new("Apartados", "Set aside");

    /// <summary>Clock skew.</summary>
    public static Bilingual Skew { get; } = new("Su reloj", "Its clock");

    /// <summary>Heading of the lanes.</summary>
    public static Bilingual Lanes { get; } = new("Carriles y ventanillas", "Lanes and desks");

    /// <summary>What is looked at.</summary>
    public static Bilingual PlaceLabel { get; } = new("Puesto, sentido y lado", "Post, direction and side");

    /// <summary>How far.</summary>
    public static Bilingual HoursLabel { get; } = new("Horas por delante", "Hours ahead");

    /// <summary>Shows what was chosen.</summary>
    public static Bilingual Show { get; } = new("Mostrar", "Show");

    /// <summary>Heading of the forecast.</summary>
    public static Bilingual Ahead { get; } = new("Las próximas horas", "The next hours");

    /// <summary>A forecast is being made.</summary>
    public static Bilingual Making { get; } = new("Se calcula; aparece aquí en cuanto esté.", "Being computed; it appears here once it is there.");

    /// <summary>For pages without script.</summary>
    public static Bilingual Reload { get; } = new("Volver a cargar la página", "Load the page again");

    /// <summary>Too many questions at once.</summary>
    public static Bilingual Busy { get; } = new("Se calculan demasiados pronósticos a la vez; se intenta de nuevo en unos segundos.", "Too many forecasts are being computed; it is tried again in some seconds.");

    /// <summary>Heading of the table of all sides.</summary>
    public static Bilingual AllSides { get; } = new("Camiones en la vía de acceso y la primera garita, todos los lados", "Trucks on the approach and at the first gate, all sides");

    /// <summary>What the fan is.</summary>
    public static Bilingual FanSays { get; } = new("Línea: mediana de los futuros simulados; banda oscura, la mitad de ellos; clara, el 90 %.", "Line: median of the simulated futures; dark band, half of them; light, 90 %.");

    /// <summary>Heading of the trucks.</summary>
    public static Bilingual Trucks { get; } = new("Camiones en ese lado", "Trucks on that side");

    /// <summary>A truck's pseudonym.</summary>
    public static Bilingual Truck { get; } = new("Camión (seudónimo)", "Truck (pseudonym)");

    /// <summary>Time left.</summary>
    public static Bilingual Left { get; } = new("Le faltan, horas (90 %)", "Hours left (90 %)");

    /// <summary>Heading of the question.</summary>
    public static Bilingual WhatIf { get; } = new("¿Y si, desde ahora…?", "What if, from now…?");

    /// <summary>What a question does.</summary>
    public static Bilingual WhatIfSays { get; } = new(
        "Las mismas horas y los mismos camiones con un cambio y sin él. El gemelo no se toca.",
        "The same hours and the same trucks with a change and without it. The twin is not touched.");

    /// <summary>Closure.</summary>
    public static Bilingual Close { get; } = new("Cerrar", "Close");

    /// <summary>None.</summary>
    public static Bilingual None { get; } = new("nada", "nothing");

    /// <summary>All posts.</summary>
    public static Bilingual Every { get; } = new("todos los puestos", "all posts");

    /// <summary>Lane with other staff.</summary>
    public static Bilingual LaneLabel { get; } = new("Personal o carriles en", "Staff or lanes at");

    /// <summary>How many more.</summary>
    public static Bilingual By { get; } = new("Cuántos más (menos: negativo)", "How many more (fewer: negative)");

    /// <summary>Measure.</summary>
    public static Bilingual MeasureLabel { get; } = new("Medida", "Measure");

    /// <summary>Start.</summary>
    public static Bilingual In { get; } = new("Empieza en (min)", "Begins in (min)");

    /// <summary>Length.</summary>
    public static Bilingual For { get; } = new("Dura (min)", "Lasts (min)");

    /// <summary>Asks.</summary>
    public static Bilingual Try { get; } = new("Probar", "Try");

    /// <summary>No effect.</summary>
    public static Bilingual NoDifference { get; } = new("Ningún lado cambia de modo que se distinga del azar.", "No side changes in a way that can be told from chance.");

    /// <summary>What the differences are.</summary>
    public static Bilingual DifferenceSays { get; } = new("Con el cambio menos sin él; ± es el intervalo del 95 %.", "With the change less without it; ± is the 95 % interval.");

    /// <summary>The stream broke.</summary>
    public static Bilingual Lost { get; } = new("Se perdió la conexión con el panel: lo que se ve ya no se actualiza. Se intenta de nuevo…", "The connection to the dashboard is lost: what is shown is no longer kept up to date. Trying again…");
}
