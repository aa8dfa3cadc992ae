using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>What a reader of a calibration should know beside its figures.</summary>
internal static class CalibrationNotes
{
    private const double Unlikely = 0.01;

    public static IEnumerable<Bilingual> Of(Study study, StudySplit split, IReadOnlyList<StudyRow> rows, bool complete, PostEmulation emulation, IReadOnlyList<(Direction Direction, SideRole Role, SideSearchResult Found)> searches)
    {
        if (study.Simulated) yield return new("Estudio SIMULADO: estas cifras no describen ningún puesto real.", "SIMULATED study: these figures describe no real post.");
        yield return new(split.Words.Es + "; las cifras que se guardan se ajustan a todos los días", split.Words.En + "; the figures that are kept are fitted to all days");
        yield return complete
            ? new("Las filas se toman por todos los camiones que llegaron.", "Rows are taken for all trucks that came.")
            : study.Counts.Count > 0
                ? new("Las filas son una muestra; cuántos camiones llegan sale de los conteos por hora.", "Rows are a sample; how many trucks come is from the hourly counts.")
                : new("Las filas son una muestra: cuántos camiones llegan se deja como está.", "Rows are a sample: how many trucks come is left as it is.");
        foreach (Bilingual lack in study.Lacks) yield return lack;
        yield return emulation.Rounding > 0
            ? new($"Las marcas están redondeadas a {emulation.Rounding} min; la simulación se redondea igual.", $"Stamps are rounded to {emulation.Rounding} min; the simulation is rounded alike.")
            : new("Las marcas no están redondeadas.", "Stamps are not rounded.");
        if (searches.Count > 0)
            yield return new(
                "J: cuánto distan los momentos simulados de los del estudio; cerca de sus grados de libertad (el número tras la barra) es lo que deja el azar. p: con qué frecuencia el azar solo daría tanto.",
                "J: how far the simulated moments are from the study's; near its degrees of freedom (the number after the slash) is what chance leaves. p: how often chance alone would give as much.");
        foreach ((Direction direction, SideRole role, SideSearchResult found) in searches)
        {
            string side = $"{direction} ", es = side + Words.Of(role).Es, en = side + Words.Of(role).En;
            if (found.Chance < Unlikely)
                yield return new(
                    $"{es}: ni con sus mejores cifras coincide el modelo con el estudio ({found.Fit}): algo de este lado es distinto de como se modela; las cifras halladas compensan eso.",
                    $"{en}: even with its best figures the model does not match the study ({found.Fit}): something of this side is other than it is modelled; the figures found make up for that.");
            if (found.Told is not { } told) continue;
            foreach ((string one, string other, double correlation) in told.Pairs())
                yield return new(
                    FormattableString.Invariant($"{es}: los datos no distinguen {one} de {other} (correlación {correlation:0.00})."),
                    FormattableString.Invariant($"{en}: the data cannot tell {one} from {other} (correlation {correlation:0.00})."));
        }
        bool totals = rows.Count > 0 && rows.All(r => r.Stages.Count == 0 && Enumerable.Range(2, 6).All(i => !r.Stamps.Has(i)));
        if (totals)
            yield return new(
                "Solo hay tiempos totales: el tiempo de servicio y la selección (canal rojo) se confunden; un servicio más largo y más camiones revisados dan los mismos totales. Se conservan los de la línea base.",
                "There are total times only: service time and selection (red channel) are confounded; longer service and more trucks examined give the same totals. The baseline's are kept.");
        else if (rows.Count > 0 && rows.All(r => r.Channel is null && r.Stages.Count == 0))
            yield return new(
                "Sin canal de riesgo ni tiempos por ventanilla, el tiempo de examen y la proporción examinada se confunden. Se conservan los de la línea base.",
                "Without risk channel and times of the desks, the time of an examination and the share examined are confounded. The baseline's are kept.");
    }
}
