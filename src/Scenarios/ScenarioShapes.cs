using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Disruptions;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios;

/// <summary>The declaration of a scenario file.</summary>
public static class ScenarioShapes
{
    private static readonly MapShape Period = new(
        new Field("start", new MondayShape(), new("Lunes en que empieza el período medido; le precede el calentamiento.", "Monday on which the measured period begins; the warm-up precedes it."), Required: true));

    /// <summary>The whole file, with the measures of a catalogue.</summary>
    public static MapShape File(IReadOnlyList<IMeasure> catalogue) => new(
        new Field("id", TextShape.Id, new("Id del escenario.", "Id of the scenario."), Required: true),
        new Field("title", BaselineShapes.BothLanguages, new("Su nombre.", "Its name."), Required: true),
        new Field("description", BaselineShapes.BothLanguages, new("Qué es.", "What it is.")),
        new Field("extends", new NameShape(NameSets.Scenarios), new("Línea base o escenario del que parte.", "Baseline or scenario it starts from."), Required: true),
        new Field("year", BaselineShapes.Year, new("Año cuya demanda tiene; el del escenario del que parte si falta.", "Year whose demand it has; that of the scenario it starts from if absent.")),
        new Field("period", Period, new("Las semanas con fecha que se simulan; semanas ordinarias si falta.", "The dated weeks that are simulated; ordinary weeks if absent.")),
        new Field("compared", ChoiceShape.Flag, new("Si se compara cuando no se nombra ningún escenario; sí si falta. No se hereda.", "Whether it is compared when no scenario is named; yes if absent. Not inherited.")),
        new Field("measures", new ListShape(new MeasureUseShape(catalogue)), new("Medidas, además de las heredadas.", "Measures, beside those inherited.")),
        new Field("disruptions", new ListShape(DisruptionShapes.Disruption), new("Perturbaciones, además de las heredadas.", "Disturbances, beside those inherited.")),
        new Field("demand", DemandShapes.Demand, new("Lo que cambia de la demanda.", "What changes of demand.")),
        new Field("holidays", HolidayShapes.Holidays, new("Lo que cambia de los feriados.", "What changes of holidays.")));
}
