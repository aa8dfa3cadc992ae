using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>Texts of what lies behind a change.</summary>
public static class StudyTexts
{
    /// <summary>Heading.</summary>
    public static Bilingual Behind { get; } = new("Qué hay detrás", "What lies behind it");

    /// <summary>Several scenarios are shown.</summary>
    public static Bilingual ChooseOne { get; } = new("Qué aporta cada medida y de qué supuestos depende el cambio, de un escenario a la vez:", "What each measure brings and which assumptions the change hangs on, one scenario at a time:");

    /// <summary>Heading of the attribution.</summary>
    public static Bilingual Brings { get; } = new("Qué aporta cada medida", "What each measure brings");

    /// <summary>Why one would ask.</summary>
    public static Bilingual BringsHint { get; } = new(
        "Simula toda combinación de las medidas y reparte el efecto total entre ellas; las partes suman el total.",
        "Simulates every combination of the measures and divides the whole effect among them; the shares add up to the total.");

    /// <summary>Button.</summary>
    public static Bilingual Divide { get; } = new("Repartir el efecto", "Divide the effect");

    /// <summary>One measure only.</summary>
    public static Bilingual OneMeasure { get; } = new("El escenario tiene una sola medida: todo el efecto es suyo.", "The scenario has one measure: the whole effect is its own.");

    /// <summary>Heading of the sensitivity.</summary>
    public static Bilingual HangsOn { get; } = new("De qué depende el cambio", "What the change hangs on");

    /// <summary>Why one would ask.</summary>
    public static Bilingual HangsOnHint { get; } = new(
        "Mueve cada supuesto por su rango y dice cuáles cambiarían la respuesta, y cuánto.",
        "Moves every assumption over its range and says which would change the answer, and by how much.");

    /// <summary>Button.</summary>
    public static Bilingual Ask { get; } = new("Buscar de qué depende", "Find what it hangs on");

    /// <summary>Column.</summary>
    public static Bilingual Measure { get; } = new("Medida", "Measure");

    /// <summary>Column.</summary>
    public static Bilingual Pillar { get; } = new("Pilar", "Pillar");

    /// <summary>Column.</summary>
    public static Bilingual Share { get; } = new("Parte, h", "Share, h");

    /// <summary>Column.</summary>
    public static Bilingual Alone { get; } = new("Sola, h", "Alone, h");

    /// <summary>Column.</summary>
    public static Bilingual LastIn { get; } = new("Última, h", "Last in, h");

    /// <summary>What the columns mean.</summary>
    public static Bilingual Columns { get; } = new(
        "Horas que se ahorran por operación. Parte: lo que añade en promedio, según el orden de entrada. Sola: sin las demás. Última: lo que se pierde si se quita solo ella. ± = mitad del intervalo del 95 %.",
        "Hours saved per operation. Share: what it adds on average, over the orders of joining. Alone: without the others. Last in: what is lost if only it is dropped. ± = half of the 95 % interval.");

    /// <summary>Column.</summary>
    public static Bilingual Input { get; } = new("Supuesto", "Assumption");

    /// <summary>Column.</summary>
    public static Bilingual Grade { get; } = new("Calidad", "Grade");

    /// <summary>Column.</summary>
    public static Bilingual Range { get; } = new("Valor (rango)", "Value (range)");

    /// <summary>Column.</summary>
    public static Bilingual AtLow { get; } = new("Extremo inferior, h", "At low end, h");

    /// <summary>Column.</summary>
    public static Bilingual AtHigh { get; } = new("Extremo superior, h", "At high end, h");

    /// <summary>How long it takes.</summary>
    public static Bilingual Cost(int simulations, string? time) => new(
        $"Unas {simulations} simulaciones" + (time is null ? "." : $", unos {time}; lo ya simulado no se repite."),
        $"Some {simulations} simulations" + (time is null ? "." : $", about {time}; what has been run is not run again."));
}
