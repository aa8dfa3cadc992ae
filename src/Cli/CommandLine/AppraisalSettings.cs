using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Appraisal.Finance;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>Options of the appraisal.</summary>
internal static class AppraisalSettings
{
    /// <summary>Draws.</summary>
    public static NumberSetting Draws { get; } = new(
        "--draws", Bilingual.Same("N"), new("Sorteos de todos los insumos inciertos a la vez.", "Draws of all uncertain inputs at once."), 100, 10_000_000, MonteCarlo.UsualDraws);

    /// <summary>Format, a spreadsheet among them.</summary>
    public static ChoiceSetting Format { get; } = new(
        "--format", new("Forma del resultado en la salida estándar; xlsx es una hoja de cálculo con fórmulas vivas.", "Form of the result on standard output; xlsx is a spreadsheet with live formulas."), Bilingual.Same("table"), "table", "json", "csv", "xlsx");

    /// <summary>Without the plans it is compared with.</summary>
    public static SwitchSetting Alone { get; } = new("--alone", new("Sin compararlo con sus alternativas.", "Without comparing it with its alternatives."));
}
