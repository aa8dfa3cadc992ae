using System.Globalization;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Recurring pieces of the notes' sentences.</summary>
internal static class Phrases
{
    /// <summary>A fraction in per cent, with a decimal point in both languages, as in the project's tables.</summary>
    public static string Percent(double share) => Number(share * 100) + " %";

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Names a side, such as <c>penas-blancas, CR exit S2N</c>.</summary>
    public static Bilingual Side(BorderPost post, SideProcedure side) => new(
        $"{post.Id}, {(side.Role == SideRole.Exit ? "salida" : "entrada")} de {side.Country}, {Way(side, "de norte a sur", "de sur a norte")}",
        $"{post.Id}, {side.Country} {(side.Role == SideRole.Exit ? "exit" : "entry")}, {Way(side, "southbound", "northbound")}");

    /// <summary>An operation within a sentence.</summary>
    public static Bilingual Of(Operation operation) => operation switch
    {
        Operation.Export => new("exportación", "export"),
        Operation.Import => new("importación", "import"),
        Operation.Transit => new("tránsito", "transit"),
        _ => new("paso en vacío", "empty-unit"),
    };

    private static string Way(SideProcedure side, string n2s, string s2n) => side.Direction == Direction.N2S ? n2s : s2n;
}
