using System.Text;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Differences;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Output;

/// <summary>A scenario for readers: sentences first, then every value it changes.</summary>
internal sealed class ScenarioPage(Scenario scenario, IReadOnlyList<SourceRow> sources, Tongue tongue, int width)
{
    private readonly StringBuilder page = new();

    /// <summary>The page.</summary>
    public string Render()
    {
        CorridorModel before = scenario.ModelBeforeMeasures();
        MeasureOutcome outcome = MeasureCatalog.Apply(before, scenario.Measures.Select(m => m.Application));
        Lines(tongue.Say(scenario.Title) + $" ({scenario.Id})");
        Lines(tongue.Say(scenario.Description));
        Lines(tongue.Say($"Parte de {scenario.Extends}; demanda de {scenario.Year}.", $"Starts from {scenario.Extends}; demand of {scenario.Year}."));
        Period(outcome.Model);
        var sentences = new ScenarioSentences(before, tongue);
        foreach (MeasureApplication use in scenario.Measures.Select(m => m.Application)) Measure(use, sentences, outcome.Notes);
        Disruptions(before);
        Difference(scenario.Baseline.Model, outcome.Model);
        Sources();
        return page.ToString();
    }

    private void Period(CorridorModel model)
    {
        if (scenario.Period is not { } start)
        {
            Lines(tongue.Say("Semanas ordinarias: sin meses ni feriados.", "Ordinary weeks: no months, no holidays."));
            return;
        }
        Lines(tongue.Say($"Período medido desde el lunes {Dates.Text(start)}, con los meses y feriados de sus fechas, también en el calentamiento que le precede.", $"Measured period from Monday {Dates.Text(start)}, with the months and holidays of its dates, also in the warm-up before it."));
        int days = new ExperimentOptions().Days;
        IReadOnlyList<(DateOnly Date, Holiday Holiday)> within = HolidayDates.Within(model.Holidays, start, days);
        Lines(within.Count == 0
            ? tongue.Say($"En sus primeros {days} días no hay feriados.", $"There are no holidays in its first {days} days.")
            : tongue.Say($"Feriados en sus primeros {days} días:", $"Holidays in its first {days} days:"));
        foreach ((DateOnly date, Holiday holiday) in within) Item($"{Dates.Text(date)}: {HolidayWords.Of(holiday, model, tongue)}");
    }

    private void Measure(MeasureApplication use, ScenarioSentences sentences, IReadOnlyList<MeasureNote> notes)
    {
        IMeasure measure = MeasureCatalog.Find(use.Measure)!;
        page.Append('\n');
        Lines($"{tongue.Say(measure.Title)} ({measure.Name}, {measure.Strategy}: {tongue.Say(measure.Strategy.Heading)})");
        Item(tongue.Say(measure.Summary));
        Item(tongue.Say(measure.Mechanism));
        Item(sentences.Where(use));
        foreach (MeasureParameter parameter in measure.Parameters) Item(sentences.Parameter(parameter, use));
        foreach (Prerequisite prerequisite in measure.Prerequisites) Item(sentences.Needs(prerequisite));
        foreach (Guard guard in measure.Guards) Item(sentences.Watch(guard));
        foreach (string note in sentences.Notes(notes.Where(n => n.Measure == measure.Name))) Item(note);
    }

    private void Disruptions(CorridorModel model)
    {
        if (scenario.Disruptions.Count == 0) return;
        page.Append('\n');
        Lines(tongue.Say("Perturbaciones", "Disturbances"));
        foreach (Disruption d in scenario.Disruptions)
        {
            string where = d.Post is null ? tongue.Say("todos los puestos", "all posts") : Words.Of(model.Post(d.Post), tongue);
            string what = d.Kind switch
            {
                DisruptionKind.Closure => tongue.Say("cierre", "closure"),
                DisruptionKind.Outage => tongue.Say($"caída del sistema, tiempos ×{d.Intensity:0.##}", $"system outage, times ×{d.Intensity:0.##}"),
                DisruptionKind.Strike => tongue.Say($"huelga, {d.Intensity * 100:0.##} % ausente", $"strike, {d.Intensity * 100:0.##} % absent"),
                _ => tongue.Say($"alza de {d.Intensity * 100:0.##} % de camiones", $"surge of {d.Intensity * 100:0.##} % more trucks"),
            };
            Item(tongue.Say($"{where}: {what}, desde el día {d.StartDay:0.##} durante {d.Hours:0.##} h.", $"{where}: {what}, from day {d.StartDay:0.##} for {d.Hours:0.##} h."));
        }
    }

    private void Difference(CorridorModel before, CorridorModel after)
    {
        IReadOnlyList<GroupedChange> changes = ModelDifference.Grouped(before, after);
        page.Append('\n');
        Lines(changes.Count == 0
            ? tongue.Say($"No cambia ningún valor de {scenario.Baseline.Id}.", $"It changes no value of {scenario.Baseline.Id}.")
            : tongue.Say($"Valores que cambian frente a {scenario.Baseline.Id}", $"Values that change against {scenario.Baseline.Id}"));
        foreach (GroupedChange c in changes)
        {
            Item($"{c.Path}: {c.Before ?? tongue.Say("(no hay)", "(none)")} → {c.After ?? tongue.Say("(no hay)", "(none)")}");
            if (c.Sides.Count > 0) foreach (string line in Wrapping.Lines(Sides.Say(c.Sides, before, tongue), width - 6)) page.Append("      ").Append(line).Append('\n');
        }
    }

    private void Sources()
    {
        string[] used = [.. scenario.Measures.SelectMany(m => MeasureCatalog.Find(m.Application.Measure)!.Parameters).SelectMany(p => p.Sources).Distinct()];
        SourceRow[] rows = [.. sources.Where(s => used.Contains(s.Id))];
        if (rows.Length == 0) return;
        page.Append('\n');
        Lines(tongue.Say("Fuentes (en su idioma original)", "Sources"));
        foreach (SourceRow row in rows) Item($"{row.Id}: {row.Quantity}: {row.Value} {row.Unit}; {row.PlaceYear}; {row.Citation} [{row.Grade}]");
    }

    private void Lines(string text) => page.AddLines(text, width);

    private void Item(string text) => page.AddItem(text, width, 2);
}
