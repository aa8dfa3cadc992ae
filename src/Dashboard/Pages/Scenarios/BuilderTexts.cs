using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Texts of the builder.</summary>
public static class BuilderTexts
{
    /// <summary>Title of the page.</summary>
    public static Bilingual NewTitle { get; } = new("Nuevo escenario", "New scenario");

    /// <summary>Heading.</summary>
    public static Bilingual NewHeading { get; } = new("Arme un escenario", "Build a scenario");

    /// <summary>Heading.</summary>
    public static Bilingual EditHeading { get; } = new("Cambiar el escenario", "Change the scenario");

    /// <summary>How it works.</summary>
    public static Bilingual Lead { get; } = new(
        "Marque las medidas, diga dónde y con cuánta fuerza. A la derecha —o debajo, en el teléfono— se lee lo que ha armado.",
        "Tick the measures, say where and how strongly. On the right, or below on a phone, you read what you have built.");

    /// <summary>Names.</summary>
    public static Bilingual Name { get; } = new("Nombre", "Name");

    /// <summary>Name.</summary>
    public static Bilingual TitleEs { get; } = new("Nombre en español", "Name in Spanish");

    /// <summary>Name.</summary>
    public static Bilingual TitleEn { get; } = new("Nombre en inglés", "Name in English");

    /// <summary>Either will do.</summary>
    public static Bilingual BlankIsOther { get; } = new("Si deja un idioma en blanco, vale el otro.", "If you leave one language blank, the other stands.");

    /// <summary>Words.</summary>
    public static Bilingual DescriptionEs { get; } = new("Descripción en español", "Description in Spanish");

    /// <summary>Words.</summary>
    public static Bilingual DescriptionEn { get; } = new("Descripción en inglés", "Description in English");

    /// <summary>Id.</summary>
    public static Bilingual Id { get; } = new("Id (nombre del archivo)", "Id (name of the file)");

    /// <summary>Made by itself.</summary>
    public static Bilingual IdHint { get; } = new("Minúsculas, cifras y guiones; en blanco se forma del nombre.", "Small letters, digits and hyphens; left blank it is made from the name.");

    /// <summary>Not well formed.</summary>
    public static Bilingual IdForm { get; } = new("solo minúsculas sin acento, cifras y guiones, hasta 60", "only small letters without accents, digits and hyphens, up to 60");

    /// <summary>In use.</summary>
    public static Bilingual IdTaken { get; } = new("ya hay un escenario o una línea base con este id", "there is a scenario or baseline with this id already");

    /// <summary>Missing.</summary>
    public static Bilingual NeedsTitle { get; } = new("falta el nombre, en uno de los dos idiomas", "a name is missing, in one of the two languages");

    /// <summary>Parent.</summary>
    public static Bilingual Extends { get; } = new("Parte de", "Starts from");

    /// <summary>Year.</summary>
    public static Bilingual Year { get; } = new("Año de la demanda", "Year of demand");

    /// <summary>Default.</summary>
    public static Bilingual YearHint { get; } = new("De 2024 a 2040; en blanco, el del escenario del que parte.", "From 2024 to 2040; left blank, that of the scenario it starts from.");

    /// <summary>Dates.</summary>
    public static Bilingual Period { get; } = new("Semanas con fecha, desde el lunes", "Dated weeks, from Monday");

    /// <summary>What dates do.</summary>
    public static Bilingual PeriodHint { get; } = new(
        "Con los meses y feriados de esas fechas, y la demanda de su año; en blanco, semanas ordinarias.",
        "With the months and holidays of those dates, and the demand of their year; left blank, ordinary weeks.");

    /// <summary>Demand.</summary>
    public static Bilingual Demand { get; } = new("Demanda", "Demand");

    /// <summary>Growth.</summary>
    public static Bilingual Growth { get; } = new("Crecimiento anual del comercio", "Growth of trade per year");

    /// <summary>Trucks on top.</summary>
    public static Bilingual Added { get; } = new("Camiones adicionales", "Trucks on top");

    /// <summary>Blank.</summary>
    public static Bilingual BaselineStands { get; } = new("En blanco vale el de la línea base:", "Left blank, the baseline's stands:");

    /// <summary>Measures.</summary>
    public static Bilingual Measures { get; } = new("Medidas", "Measures");

    /// <summary>Tick.</summary>
    public static Bilingual Use { get; } = new("Aplicar", "Apply");

    /// <summary>Where.</summary>
    public static Bilingual Posts { get; } = new("Puestos", "Posts");

    /// <summary>Which.</summary>
    public static Bilingual Operations { get; } = new("Operaciones", "Operations");

    /// <summary>Strength.</summary>
    public static Bilingual Intensity { get; } = new("Fuerza", "Strength");

    /// <summary>Scale.</summary>
    public static Bilingual IntensityHint { get; } = new("0 % nada, 100 % el efecto de sus parámetros.", "0 % nothing, 100 % the effect of its parameters.");

    /// <summary>More limits.</summary>
    public static Bilingual Narrow { get; } = new("Limitar a países, sentidos o lados", "Limit to countries, directions or sides");

    /// <summary>Countries.</summary>
    public static Bilingual Countries { get; } = new("Países", "Countries");

    /// <summary>Ways.</summary>
    public static Bilingual Directions { get; } = new("Sentidos", "Directions");

    /// <summary>Sides.</summary>
    public static Bilingual Roles { get; } = new("Lados", "Sides");

    /// <summary>Parameters.</summary>
    public static Bilingual Parameters { get; } = new("Parámetros y su evidencia", "Parameters and their evidence");

    /// <summary>Default.</summary>
    public static Bilingual Usual { get; } = new("habitual", "usual");

    /// <summary>Range.</summary>
    public static Bilingual Plausible { get; } = new("rango", "range");

    /// <summary>Yes.</summary>
    public static Bilingual Yes { get; } = new("sí", "yes");

    /// <summary>No.</summary>
    public static Bilingual No { get; } = new("no", "no");

    /// <summary>Second line.</summary>
    public static Bilingual AddUse { get; } = new("Añadir otra línea de esta medida", "Add another line of this measure");

    /// <summary>Why.</summary>
    public static Bilingual AddUseHint { get; } = new("Con otra fuerza u otros parámetros en otros puestos.", "With another strength or parameters at other posts.");

    /// <summary>Disturbances.</summary>
    public static Bilingual Disturbances { get; } = new("Perturbaciones", "Disturbances");

    /// <summary>What they are.</summary>
    public static Bilingual DisturbancesLead { get; } = new(
        "Un cierre, una huelga, una caída del sistema o un alza de camiones durante el período simulado.",
        "A closure, a strike, a system outage or a surge of trucks during the simulated period.");

    /// <summary>One more.</summary>
    public static Bilingual AddDisturbance { get; } = new("Añadir perturbación", "Add a disturbance");

    /// <summary>One less.</summary>
    public static Bilingual Remove { get; } = new("Quitar", "Remove");

    /// <summary>Kind.</summary>
    public static Bilingual Kind { get; } = new("Qué ocurre", "What happens");

    /// <summary>Where.</summary>
    public static Bilingual Post { get; } = new("Puesto", "Post");

    /// <summary>Everywhere.</summary>
    public static Bilingual AllPosts { get; } = new("todos los puestos", "all posts");

    /// <summary>When.</summary>
    public static Bilingual Start { get; } = new("Empieza tras", "Begins after");

    /// <summary>How long.</summary>
    public static Bilingual Length { get; } = new("Dura", "Lasts");

    /// <summary>Unit.</summary>
    public static Bilingual Days { get; } = new("días", "days");

    /// <summary>Unit.</summary>
    public static Bilingual Hours { get; } = new("horas", "hours");

    /// <summary>How hard.</summary>
    public static Bilingual Force { get; } = new("Cuánto", "How hard");

    /// <summary>Disturbances with all their figures.</summary>
    public static Bilingual Library { get; } = new("De la biblioteca, con su duración y fuerza", "From the library, with their length and force");

    /// <summary>What it means.</summary>
    public static Bilingual ForceHint { get; } = new(
        "Huelga: % ausente. Caída: factor de tiempos (x). Alza: % de camiones. Cierre: nada.",
        "Strike: % absent. Outage: factor on times (x). Surge: % more trucks. Closure: nothing.");

    /// <summary>Kind.</summary>
    public static Bilingual Closure { get; } = new("cierre", "closure");

    /// <summary>Kind.</summary>
    public static Bilingual Outage { get; } = new("caída del sistema", "system outage");

    /// <summary>Kind.</summary>
    public static Bilingual Strike { get; } = new("huelga", "strike");

    /// <summary>Kind.</summary>
    public static Bilingual Surge { get; } = new("alza de camiones", "surge of trucks");

    /// <summary>What stays.</summary>
    public static Bilingual Kept { get; } = new(
        "El archivo dice además cosas para las que no hay campos aquí; se conservan tal cual:",
        "The file also says things there are no fields for here; they stay as they are:");

    /// <summary>What is lost.</summary>
    public static Bilingual Remarks { get; } = new("Los comentarios (#) del archivo no se conservan al guardar desde aquí.", "Remarks (#) of the file are not kept when it is saved from here.");

    /// <summary>Keep.</summary>
    public static Bilingual Save { get; } = new("Guardar escenario", "Save scenario");

    /// <summary>Without script.</summary>
    public static Bilingual Check { get; } = new("Comprobar sin guardar", "Check without saving");

    /// <summary>Leave.</summary>
    public static Bilingual Cancel { get; } = new("Salir sin guardar", "Leave without saving");

    /// <summary>Step back.</summary>
    public static Bilingual Undo { get; } = new("Deshacer", "Undo");

    /// <summary>Step forth.</summary>
    public static Bilingual Redo { get; } = new("Rehacer", "Redo");

    /// <summary>What was built.</summary>
    public static Bilingual Preview { get; } = new("Lo que ha armado", "What you have built");

    /// <summary>What is wrong.</summary>
    public static Bilingual Fix { get; } = new("Falta corregir", "To be mended");

    /// <summary>How many.</summary>
    public static Bilingual FixCount { get; } = new("cosas por corregir", "things to mend");

    /// <summary>Suggestion.</summary>
    public static Bilingual Nearest { get; } = new("valor válido más cercano:", "nearest valid value:");

    /// <summary>Take it.</summary>
    public static Bilingual UseNearest { get; } = new("Usar", "Use");

    /// <summary>Nothing wrong.</summary>
    public static Bilingual AllRight { get; } = new("Todo en orden", "All in order");

    /// <summary>Autosaved.</summary>
    public static Bilingual DraftKept { get; } = new("Borrador guardado a las", "Draft saved at");

    /// <summary>From a draft.</summary>
    public static Bilingual DraftLoaded { get; } = new("Este es el borrador que dejó sin guardar.", "This is the draft you left unsaved.");

    /// <summary>Not autosaved.</summary>
    public static Bilingual DraftFailed { get; } = new("El borrador no se pudo guardar; lo escrito sigue en esta página.", "The draft could not be saved; what you typed is still on this page.");

    /// <summary>Two tabs.</summary>
    public static Bilingual OtherTab { get; } = new(
        "Otra pestaña guardó después este mismo borrador. Lo escrito aquí no se ha guardado ni se ha perdido.",
        "Another tab saved this same draft later. What you typed here is neither saved nor lost.");

    /// <summary>Choose.</summary>
    public static Bilingual KeepMine { get; } = new("Quedarme con lo de esta pestaña", "Keep what this tab has");

    /// <summary>Choose.</summary>
    public static Bilingual LoadOther { get; } = new("Abrir lo de la otra", "Open what the other has");

    /// <summary>The file changed.</summary>
    public static Bilingual Conflict { get; } = new(
        "El escenario cambió desde que abrió esta página. Lo suyo sigue abajo y no se ha guardado.",
        "The scenario changed since you opened this page. What you entered is still below and is not saved.");

    /// <summary>Look.</summary>
    public static Bilingual SeeOther { get; } = new("Ver cómo está ahora", "See how it is now");

    /// <summary>Force.</summary>
    public static Bilingual Overwrite { get; } = new("Guardar lo mío encima", "Save mine over it");

    /// <summary>No room.</summary>
    public static Bilingual DiskFailed { get; } = new(
        "No se pudo guardar: el disco está lleno o no se puede escribir. Lo escrito sigue aquí.",
        "It could not be saved: the disk is full or cannot be written. What you entered is still here.");

    /// <summary>The same in the other language.</summary>
    public static Bilingual InOther { get; } = new("En el otro idioma", "In the other language");

    /// <summary>Sentence.</summary>
    public static Bilingual Sentence { get; } = new("En una frase", "In one sentence");
}
