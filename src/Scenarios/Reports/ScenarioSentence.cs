using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>A whole scenario in one sentence: what it does, where, how strongly, with whose demand.</summary>
public static class ScenarioSentence
{
    /// <summary>The sentence.</summary>
    public static string Of(Scenario scenario, Tongue tongue)
    {
        CorridorModel corridor = scenario.Baseline.Model;
        string[] parts =
        [
            .. IsWhole(scenario) ? [Whole(scenario, corridor, tongue)] : scenario.Measures.GroupBy(m => m.Application.Measure).SelectMany(g => g.Select(m => Use(m.Application, corridor, tongue))),
            .. scenario.Disruptions.Select(d => DisturbanceSentence.Of(d, corridor, tongue)),
            .. Demand(scenario, tongue),
        ];
        string start = tongue.Say(scenario.Baseline.Title);
        return parts.Length == 0 ? tongue.Say($"{start}, sin ningún cambio.", $"{start}, nothing changed.") : $"{start}: {string.Join("; ", parts)}.";
    }

    private static string Use(MeasureApplication use, CorridorModel corridor, Tongue tongue)
    {
        IMeasure measure = MeasureCatalog.Find(use.Measure)!;
        string text = Small(tongue.Say(measure.Title)) + " " + Where(use, corridor, tongue);
        if (use.Operations is { } operations) text += tongue.Say(", solo ", ", only ") + string.Join(", ", operations.Select(o => tongue.Say(Words.Of(o))));
        if (use.Intensity != 1) text += tongue.Say(", con fuerza de ", ", at a strength of ") + Percent(use.Intensity, tongue);
        string[] set = [.. Set(use, corridor, tongue)];
        return set.Length == 0 ? text : $"{text} ({string.Join("; ", set)})";
    }

    /// <summary>Every measure there is, everywhere and at full strength: nobody reads eighteen names in a sentence.</summary>
    private static bool IsWhole(Scenario scenario) => scenario.Measures.Count == MeasureCatalog.All.Count && scenario.Measures.Select(m => m.Application.Measure).Distinct().Count() == MeasureCatalog.All.Count
        && scenario.Measures.All(m => m.Application is { Posts: null, Countries: null, Directions: null, Roles: null, Operations: null, Intensity: 1 });

    private static string Whole(Scenario scenario, CorridorModel corridor, Tongue tongue)
    {
        string text = tongue.Say($"las {MeasureCatalog.All.Count} medidas de la estrategia en los cinco puestos", $"all {MeasureCatalog.All.Count} measures of the strategy at all five posts");
        string[] set = [.. scenario.Measures.SelectMany(m => Set(m.Application, corridor, tongue))];
        return set.Length == 0 ? text : $"{text} ({string.Join("; ", set)})";
    }

    private static IEnumerable<string> Set(MeasureApplication use, CorridorModel corridor, Tongue tongue) =>
        MeasureCatalog.Find(use.Measure)!.Parameters.Where(p => use.Parameters.TryGetValue(p.Key, out ParameterValue? v) && !v.Equals(p.Default))
            .Select(p => $"{Small(tongue.Say(p.Description).TrimEnd('.'))}: {Value(p, use.Parameters[p.Key], corridor, tongue)}");

    private static string Where(MeasureApplication use, CorridorModel corridor, Tongue tongue)
    {
        string[] ids = [.. corridor.Posts.Select(p => p.Id).Where(id => use.Posts?.Contains(id) != false)];
        string where = ids.Length == corridor.Posts.Count ? tongue.Say("en los cinco puestos", "at all five posts") : tongue.Say("en ", "at ") + List(ids.Select(id => Words.Of(corridor.Post(id), tongue)), tongue);
        if (use.Countries is { } countries) where += tongue.Say(", lados de ", ", sides of ") + List(countries, tongue);
        if (use.Directions is { Count: 1 } directions) where += ", " + tongue.Say(Words.Of(directions[0]));
        if (use.Roles is { Count: 1 } roles) where += tongue.Say($", lado de {Words.Of(roles[0]).Es}", $", {Words.Of(roles[0]).En} side");
        return where;
    }

    /// <summary>The value of a parameter as one reads it.</summary>
    public static string Value(MeasureParameter parameter, ParameterValue value, CorridorModel corridor, Tongue tongue) => value switch
    {
        ParameterValue.Number n => tongue.Figures.Comma ? parameter.Written(n.Value).Replace('.', ',') : parameter.Written(n.Value),
        ParameterValue.Flag f => f.On ? tongue.Say("sí", "yes") : tongue.Say("no", "no"),
        ParameterValue.Posts p => p.Ids.Count == 0 ? tongue.Say("ninguno", "none") : List(p.Ids.Select(id => Words.Of(corridor.Post(id), tongue)), tongue),
        _ => "",
    };

    private static IEnumerable<string> Demand(Scenario scenario, Tongue tongue)
    {
        if (scenario.Period is { } start) yield return tongue.Say($"semanas con fecha desde el lunes {Dates.Text(start)}, con sus meses y feriados", $"dated weeks from Monday {Dates.Text(start)}, with their months and holidays");
        else if (scenario.Year != scenario.Baseline.Year) yield return tongue.Say($"demanda de {scenario.Year}", $"demand of {scenario.Year}");
        Demand before = scenario.Baseline.Model.Demand, after = scenario.Baseline.Model.Demand;
        if (scenario.Demand is { } changed && scenario.Baseline.Overlay([("demand", changed)]).Value is { } laid) after = laid.Model.Demand;
        if (after.GrowthPerYear != before.GrowthPerYear) yield return tongue.Say($"crecimiento de {Percent(after.GrowthPerYear, tongue)} al año", $"growth of {Percent(after.GrowthPerYear, tongue)} a year");
        if (after.Added != before.Added) yield return tongue.Say($"{Percent(after.Added, tongue, true)} de camiones", $"{Percent(after.Added, tongue, true)} trucks");
        bool other = !ReferenceEquals(before, after) && Differences.ModelDifference.Of(scenario.Baseline.Model, scenario.Baseline.Model with { Demand = after with { GrowthPerYear = before.GrowthPerYear, Added = before.Added } }).Count > 0;
        if (other) yield return tongue.Say("otros flujos de demanda", "other streams of demand");
    }

    private static string Percent(double share, Tongue tongue, bool signed = false)
    {
        string text = Math.Round(100 * share, 4).ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        if (tongue.Figures.Comma) text = text.Replace('.', ',');
        return (signed && share > 0 ? "+" : "") + text + " %";
    }

    private static string List(IEnumerable<string> words, Tongue tongue)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + tongue.Say(" y ", " and ") + all[^1];
    }

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
