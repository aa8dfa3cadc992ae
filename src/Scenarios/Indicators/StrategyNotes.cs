using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>What a reader of the indicators must be told.</summary>
public static class StrategyNotes
{
    /// <summary>Definition, weeks, years that are refused.</summary>
    public static IReadOnlyList<Bilingual> Of(StrategyTable table)
    {
        RolloutRun run = table.Run;
        string Weeks(string language) => string.Join("; ", run.Request.Rollout.Weeks.Select(w => $"{w.Title.In(language)}: {w.StandsFor:0}"));
        return
        [
            ReportTexts.Definition,
            new(
                $"Cada año se representa por semanas simuladas, que valen por estos días: {Weeks("es")}. El indicador oficial es la media: suma de tiempos entre número de operaciones, vacíos incluidos. ± es la mitad del intervalo del 95 %.",
                $"Each year is represented by simulated weeks, which stand for so many days: {Weeks("en")}. The official indicator is the mean: sum of times over number of operations, empties included. ± is half of the 95 % interval."),
            new(
                "Sin: lo que ya está en pie o bajo contrato. Con: además lo que la implementación trae cada año. La misma demanda y la misma suerte en ambos.",
                "Without: what stands or is under contract. With: also what the rollout brings each year. The same demand and the same luck in both."),
            .. run.Complete ? [] : (Bilingual[])[new(
                $"Interrumpido: {run.Replications} réplicas de cada año.", $"Interrupted: {run.Replications} replications of every year.")],
            .. Refusals(table),
        ];
    }

    private static IEnumerable<Bilingual> Refusals(StrategyTable table) =>
        from y in table.Years
        from at in Enum.GetValues<RolloutCase>()
        where table.Refused(y, at)
        select new Bilingual(
            $"{y} {(at == RolloutCase.With ? "con" : "sin")}: las filas siguen creciendo mientras se mide; un nivel dependería de cuánto se mire y no se da.",
            $"{y} {(at == RolloutCase.With ? "with" : "without")}: queues still grow while they are measured; a level would hang on how long one looks and is not given.");
}
