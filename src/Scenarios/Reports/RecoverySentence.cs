using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>A recovery in words.</summary>
public static class RecoverySentence
{
    /// <summary>Where, what, until when, and how long it took: <c>Guasaule recovers 31 ± 4 h after the closure (until hour 204), 180 ± 12 trucks more at the worst hour.</c></summary>
    public static string Of(Recovery recovery, CorridorModel corridor, Tongue tongue)
    {
        string post = Words.Of(corridor.Posts[recovery.Post], tongue), what = string.Join(", ", recovery.Kinds.Select(k => tongue.Say(Words.Of(k))));
        string hours = tongue.Figures.LevelWithHalf(recovery.Hours), peak = tongue.Figures.LevelWithHalf(recovery.Peak), end = tongue.Figures.Rounded(recovery.ToHour, 0);
        int all = recovery.Values.Count;
        string open = recovery.Unfinished == 0 ? ""
            : tongue.Say($" En {recovery.Unfinished} de {all} réplicas no se había recuperado al final: es al menos eso.", $" In {recovery.Unfinished} of {all} replications it had not recovered at the end: it is at least that.");
        return tongue.Say(
            $"{post} se recupera {hours} h después de: {what} (hasta la hora {end}); en la peor hora, {peak} camiones más que sin perturbación.",
            $"{post} recovers {hours} h after: {what} (until hour {end}); at the worst hour, {peak} trucks more than undisturbed.") + open;
    }
}
