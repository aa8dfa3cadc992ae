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
}
