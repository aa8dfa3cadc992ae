using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Charts;

/// <summary>What stands round charts.</summary>
public static class ChartTexts
{
    /// <summary>Opens the table of a chart.</summary>
    public static Bilingual Table { get; } = new("Los mismos datos en una tabla", "The same data in a table");

    /// <summary>Button over a chart.</summary>
    public static Bilingual SavePicture { get; } = new("Guardar como PNG, con su sello", "Save as PNG, with its stamp");
}
