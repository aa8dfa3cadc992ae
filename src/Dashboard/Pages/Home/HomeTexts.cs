using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Home;

/// <summary>Texts of the first page.</summary>
public static class HomeTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Inicio", "Start");

    /// <summary>Heading.</summary>
    public static Bilingual Heading { get; } = new("¿Qué haría cada reforma con el tiempo de cruce?", "What would each reform do to crossing time?");

    /// <summary>What this is.</summary>
    public static Bilingual Lead { get; } = new(
        "Un gemelo digital de los cinco pasos fronterizos del Corredor Pacífico: las reformas de la ECFCC-2023 se simulan camión por camión y se comparan con 2024, con su intervalo.",
        "A digital twin of the five land border crossings of the Pacific Corridor: the reforms of ECFCC-2023 are simulated truck by truck and compared with 2024, with their interval.");

    /// <summary>Nothing run.</summary>
    public static Bilingual Empty { get; } = new("Todavía no hay resultados.", "There are no results yet.");

    /// <summary>What to do then.</summary>
    public static Bilingual EmptyHint { get; } = new("Elija escenarios y simúlelos: la primera comparación tarda segundos.", "Choose scenarios and run them: a first comparison takes seconds.");

    /// <summary>The first replications are at work.</summary>
    public static Bilingual Starting { get; } = new(
        "Se simulan las primeras réplicas; el resultado aparece aquí en cuanto haya dos de cada escenario.",
        "The first replications are being simulated; the result appears here as soon as there are two of every scenario.");
}
