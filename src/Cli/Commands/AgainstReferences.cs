using System.Globalization;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using Spectre.Console;

namespace CorridorTwin.Cli.Commands;

/// <summary>The baseline, simulated, beside what it was calibrated to.</summary>
internal static class AgainstReferences
{
    /// <summary>Runs the baseline and prints every target.</summary>
    /// <returns>1 if a target that must hold does not, or any lies outside its range.</returns>
    public static int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        ScenarioSource source = ScenarioSource.Open(call);
        BaselineFile baseline = source.One().Baseline;
        IReadOnlyList<ReferenceRow> rows = ReferenceTable.Load(Path.Combine(source.Directory, "data", "references.csv"), baseline.Model, problems);
        if (problems.Any) throw new InputException(problems.All);
        Levels levels;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            levels = Levels.Run(baseline.Id, baseline.Model, options, executor, p => progress.Show(p.Done, p.Total), call.Cancellation);
        call.TellOf(executor);
        IReadOnlyList<ReferenceResult> results = ReferenceCheck.Of(rows, baseline.Model, levels.Replications);
        Print(call, baseline, results, levels, options);
        if (!levels.Complete) return ExitCode.Cancelled;
        return results.All(r => r.Passes) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(Call call, BaselineFile baseline, IReadOnlyList<ReferenceResult> results, Levels levels, ExperimentOptions options)
    {
        Tongue tongue = call.Tongue;
        TextWriter to = call.Terminal.Out;
        to.WriteLine(tongue.Say(
            $"{baseline.Id} frente a sus referencias: {tongue.Replications(levels.Replications.Count)} de {tongue.Days(options.Days)}, ± = mitad del intervalo del 95 %",
            $"{baseline.Id} against its references: {tongue.Replications(levels.Replications.Count)} of {tongue.Days(options.Days)}, ± = half of the 95 % interval"));
        to.WriteLine();
        Table table = TextTable.Create(
            (tongue.Say("Puesto", "Post"), false), (tongue.Say("Qué", "What"), false), (tongue.Say("Referencia", "Target"), true), (tongue.Say("Rango", "Range"), true), (tongue.Say("Simulado", "Simulated"), true),
            (tongue.Say("Desviación", "Deviation"), true), (tongue.Say("Veredicto", "Verdict"), false));
        foreach (ReferenceResult r in results)
        {
            (double Low, double High)? range = r.Row.Must ?? r.Row.Range;
            table.Add(
                r.Row.Post ?? tongue.Say("todos", "all"), What(r.Row, tongue), Plain(r.Row.Value), range is { } x ? $"{Plain(x.Low)} – {Plain(x.High)}" : Figures.None,
                tongue.Figures.LevelWithHalf(r.Simulated), double.IsFinite(r.DeviationPercent) ? tongue.Figures.Signed(new(r.DeviationPercent, r.DeviationPercent - 1, r.DeviationPercent + 1, 2)) + " %" : Figures.None,
                Verdict(r, tongue));
        }
        to.Write(TextTable.Render(table, call.Terminal.Width));
        to.WriteLine();
        int failing = results.Count(r => !r.Passes);
        to.WriteLine(failing == 0
            ? tongue.Say($"Se cumplen las {results.Count} referencias; {results.Count(r => r.Verdict == ReferenceVerdict.Range)} se desvían más de lo que se busca (±20 %).", $"All {results.Count} references hold; {results.Count(r => r.Verdict == ReferenceVerdict.Range)} deviate more than aimed at (±20 %).")
            : tongue.Say($"No se cumplen {failing} de {results.Count} referencias.", $"{failing} of {results.Count} references do not hold."));
        if (!levels.Complete) to.WriteLine(tongue.Say($"Interrumpido tras {levels.Replications.Count} de {options.Replications} réplicas.", $"Interrupted after {levels.Replications.Count} of {options.Replications} replications."));
    }

    private static string What(ReferenceRow row, Tongue tongue)
    {
        string[] parts =
        [
            row.Direction?.ToString() ?? "",
            row.Role is { } role ? Words.Of(role).In(tongue.Code) : "",
            row.Operation is { } operation ? Words.Of(operation).In(tongue.Code) : row.Kind is { } kind ? Words.Of(kind).In(tongue.Code) : "",
            Words.Quantity(row.Quantity).In(tongue.Code),
        ];
        return string.Join(" ", parts.Where(p => p.Length > 0)) + ", " + Unit(row.Unit, tongue);
    }

    private static string Verdict(ReferenceResult r, Tongue tongue) => r.Verdict switch
    {
        ReferenceVerdict.Must => tongue.Say("obligatoria: se cumple", "must: holds"),
        ReferenceVerdict.Aim => tongue.Say("dentro de ±20 %", "within ±20 %"),
        ReferenceVerdict.Range => tongue.Say("dentro del rango", "within range"),
        ReferenceVerdict.TooWide => tongue.Say("INTERVALO DEMASIADO ANCHO", "INTERVAL TOO WIDE"),
        _ => r.Row.Must is null ? tongue.Say("FUERA DEL RANGO", "OUTSIDE RANGE") : tongue.Say("OBLIGATORIA: NO SE CUMPLE", "MUST: FAILS"),
    };

    private static string Unit(string unit, Tongue tongue) => unit == "trucks/day" ? tongue.Say("camiones/día", "trucks/day") : unit;

    private static string Plain(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
