using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>
/// An outcome indicator of the strategy's Table 1: what the rollout assumes, not what a simulation found. Those no table of this project holds a number for
/// say what is missing.
/// </summary>
/// <param name="Id">Short name.</param>
/// <param name="Name">As the strategy has it.</param>
/// <param name="Unit">%, or a count.</param>
/// <param name="Values">By year of the matrix; null where no number is at hand.</param>
/// <param name="Note">What it rests on, or what is missing.</param>
public sealed record OutcomeIndicator(string Id, Bilingual Name, string Unit, IReadOnlyList<double>? Values, Bilingual Note)
{
    /// <summary>All of the table, in its order, by the reading of a plan.</summary>
    public static IReadOnlyList<OutcomeIndicator> Of(RolloutPlan plan)
    {
        int region = plan.Rollout.Counts.RegionPosts;
        return
        [
            Share("cbm", new("Puestos que aplican la gestión coordinada de fronteras", "Posts that implement Coordinated Border Management"), "P1M1a", region),
            new("aeo", new("Operadores económicos autorizados certificados en la región", "Authorized Economic Operators certified in the region"), "#", null, new(
                "La matriz no trae cantidades. La tabla 1 imprime la fórmula como razón sobre puestos; un número no puede serlo (C2).",
                "The matrix prints no quantities. Table 1 prints the formula as a ratio to posts; a number cannot be one (C2).")),
            Percent("digital", new("Funcionalidades de la plataforma digital implementadas, en lugar de trámites digitalizados", "Functionalities of the digital platform implemented, in place of digitized procedures"), "P2M1c"),
            new("regulation", new("Instrumentos normativos implementados", "Regulatory instruments implemented"), "%", null, new("Ni la base ni las cantidades están en la matriz.", "Neither base nor quantities are in the matrix.")),
            Share("smart", new("Puestos con sistema operativo de control de gestión, como medida de frontera inteligente", "Posts with an operational management control system, as a measure of the smart border"), "P1M1e-operational", region),
            Share("infrastructure", new("Puestos con diseño o prediseño de modernización; la obra no se cuenta en la matriz", "Posts with a design or pre-design of modernization; works are not counted in the matrix"), "P4M1a", region),
            new("perception", new("Índice de percepción de los usuarios", "User perception index"), "points", null, new("Resultado de encuesta: aquí solo se muestran los cambios de lo que lo mueve.", "A survey result: only changes of what drives it are shown here.")),
            new("mitigation", new("Programas de mitigación implementados", "Mitigation programmes implemented"), "%", null, new("Sin cantidades en la matriz.", "No quantities in the matrix.")),
        ];

        OutcomeIndicator Share(string id, Bilingual name, string row, int of) => From(id, name, row, level => 100 * level / of, new(
            $"Fila {row} de la matriz entre {of} puestos de la región (supuesto: la estrategia no los enumera, C14).", $"Row {row} of the matrix over {of} posts of the region (an assumption: the strategy never lists them, C14)."));

        OutcomeIndicator Percent(string id, Bilingual name, string row) => From(id, name, row, level => level, new($"Fila {row} de la matriz.", $"Row {row} of the matrix."));

        OutcomeIndicator From(string id, Bilingual name, string row, Func<double, double> value, Bilingual note) =>
            plan.Rollout.Matrix.FirstOrDefault(r => r.Id == row) is { } found
                ? new(id, name, "%", [.. Trajectory.Of(found, plan.Reading, plan.Rollout.Own.GetValueOrDefault(row)).Select(value)], note)
                : new(id, name, "%", null, new($"La matriz no tiene la fila {row}.", $"The matrix has no row {row}."));
    }
}
