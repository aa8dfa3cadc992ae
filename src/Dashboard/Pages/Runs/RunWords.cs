using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts.Reports;

namespace CorridorTwin.Dashboard.Pages.Runs;

/// <summary>A run in words.</summary>
public static class RunWords
{
    /// <summary>Where it stands.</summary>
    public static Bilingual Of(RunState state) => state switch
    {
        RunState.Queued => new("en espera", "queued"),
        RunState.Running => new("en curso", "running"),
        RunState.Done => new("terminada", "done"),
        RunState.Stopped => new("detenida", "stopped"),
        RunState.Interrupted => new("interrumpida", "interrupted"),
        _ => new("fallida", "failed"),
    };

    /// <summary>Class of its tag.</summary>
    public static string Tag(RunState state) => state switch { RunState.Done => "good", RunState.Failed => "bad", RunState.Queued or RunState.Running => "", _ => "warn" };

    /// <summary>What it compares, in a few words.</summary>
    public static string Title(RunRecord run, Tongue tongue) => run.Kind switch
    {
        RunKind.Pilot => tongue.Say("Primer vistazo a los escenarios incluidos", "First look at the shipped scenarios"),
        RunKind.Shipped => tongue.Say("Los escenarios incluidos frente a la línea base", "The shipped scenarios against the baseline"),
        _ when run.Inputs.Study == Study.Attribution => tongue.Say($"Qué aporta cada medida de {run.Inputs.Scenarios[0]}", $"What each measure of {run.Inputs.Scenarios[0]} brings"),
        _ when run.Inputs.Study == Study.Evidence => tongue.Say($"Informe de evidencia ({run.Inputs.Scenarios[0]}), matriz: {RolloutWords.Of(run.Inputs.Reading).Es}", $"Evidence briefing ({run.Inputs.Scenarios[0]}), matrix: {RolloutWords.Of(run.Inputs.Reading).En}"),
        _ when run.Inputs.Study == Study.Rollout => tongue.Say($"La estrategia año por año ({run.Inputs.Scenarios[0]}), matriz: {RolloutWords.Of(run.Inputs.Reading).Es}", $"The strategy year by year ({run.Inputs.Scenarios[0]}), matrix: {RolloutWords.Of(run.Inputs.Reading).En}"),
        _ when run.Inputs.Study == Study.Sensitivity => tongue.Say($"De qué depende el cambio con {run.Inputs.Scenarios[0]}", $"What the change under {run.Inputs.Scenarios[0]} hangs on"),
        _ when run.Inputs.Scenarios.Count is > 0 and <= 2 => string.Join(", ", run.Inputs.Scenarios) + tongue.Say(" frente a la línea base", " against the baseline"),
        _ => run.Inputs.Scenarios.Count == 0 ? tongue.Say("La línea base sola", "The baseline alone") : tongue.Say($"{run.Inputs.Scenarios.Count} escenarios frente a la línea base", $"{run.Inputs.Scenarios.Count} scenarios against the baseline"),
    };

    /// <summary>How long and how often.</summary>
    public static string Length(RunInputs inputs, Tongue tongue) => Studies.IsOfYears(inputs.Study) ? tongue.Say("las semanas que representan los años, con y sin", "the weeks that stand for the years, with and without") : tongue.Say(
        $"{tongue.Days(inputs.Days)} tras {inputs.WarmUpDays} de calentamiento" + (inputs.Year is { } y ? $", demanda de {y}" : ""),
        $"{tongue.Days(inputs.Days)} after {inputs.WarmUpDays} of warm-up" + (inputs.Year is { } z ? $", demand of {z}" : ""));

    /// <summary>Replications asked for, and the share that is done where it is not all.</summary>
    public static string Share(RunRecord run, Tongue tongue) => run.State == RunState.Done || run.Total == 0 ? $"{run.Inputs.Replications}" : $"{run.Inputs.Replications} ({tongue.Figures.Rounded(Math.Floor(100.0 * run.Done / run.Total), 0)} %)";

    /// <summary>How far it is, and what is left.</summary>
    /// <param name="run">The run.</param>
    /// <param name="usual">Seconds a replication of a day usually takes; null if nothing has been timed.</param>
    /// <param name="tongue">Language.</param>
    public static string Progress(RunRecord run, double? usual, Tongue tongue)
    {
        string done = tongue.Say($"{run.Done} de {run.Total} simulaciones", $"{run.Done} of {run.Total} simulations");
        if (!run.IsActive || run.Done >= run.Total) return done;
        double? each = run.Simulated >= 4 ? run.Seconds / run.Simulated : usual * (run.Inputs.Days + run.Inputs.WarmUpDays);
        return each is { } seconds ? done + tongue.Say(", faltan unos ", ", about ") + Moments.Say(TimeSpan.FromSeconds(seconds * (run.Total - run.Done))) + tongue.Say("", " left") : done;
    }
}
