using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Proofs;

namespace CorridorTwin.Dashboard.Layout;

/// <summary>What stands on every page.</summary>
public static class FrameTexts
{
    /// <summary>Name of the product.</summary>
    public static Bilingual Product { get; } = Bilingual.Same("CorridorTwin");

    /// <summary>What it is.</summary>
    public static Bilingual Subject { get; } = new("Corredor Pacífico · cinco pasos fronterizos", "Pacific Corridor · five border crossings");

    /// <summary>First link for keyboards.</summary>
    public static Bilingual Skip { get; } = new("Ir al contenido", "Skip to content");

    /// <summary>Label of the navigation.</summary>
    public static Bilingual Pages { get; } = new("Páginas", "Pages");

    /// <summary>Label of the settings.</summary>
    public static Bilingual Settings { get; } = new("Idioma, números y colores", "Language, numbers and colours");

    /// <summary>Language.</summary>
    public static Bilingual Language { get; } = new("Idioma", "Language");

    /// <summary>Numbers.</summary>
    public static Bilingual Numbers { get; } = new("Números", "Numbers");

    /// <summary>Colours.</summary>
    public static Bilingual Theme { get; } = new("Colores", "Colours");

    /// <summary>As the system has it.</summary>
    public static Bilingual Auto { get; } = new("del sistema", "system");

    /// <summary>Light.</summary>
    public static Bilingual Light { get; } = new("claros", "light");

    /// <summary>Dark.</summary>
    public static Bilingual Dark { get; } = new("oscuros", "dark");

    /// <summary>What the shipped figures are.</summary>
    public static Bilingual Illustrative => ReportTexts.Illustrative;

    /// <summary>Where everything happens.</summary>
    public static Bilingual Local { get; } = new(
        "Todo se calcula en este equipo; nada sale de él.",
        "Everything is computed on this machine; nothing leaves it.");

    /// <summary>Foot of results.</summary>
    public static Bilingual Stamp { get; } = new("Sello", "Stamp");

    /// <summary>Before the command.</summary>
    public static Bilingual Repeat { get; } = new("Para repetirlo:", "To repeat:");

    /// <summary>What clearance time means.</summary>
    public static Bilingual Definition { get; } = new(
        "Tiempo (M_side): desde que el camión se suma a la fila de un lado del puesto, la de la carretera incluida, hasta que sale de ese lado. ± es la mitad del intervalo del 95 %.",
        "Time (M_side): from joining the line for one side of a post, the road queue included, until leaving that side. ± is half of the 95 % interval.");
}
