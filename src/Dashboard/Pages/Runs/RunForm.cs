using System.Globalization;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using Microsoft.Extensions.Primitives;

namespace CorridorTwin.Dashboard.Pages.Runs;

/// <summary>What a reader filled in, and what is wrong with it.</summary>
public sealed class RunForm
{
    private const int MostReplications = 1000;
    private const int MostDays = 366;

    private readonly Dictionary<string, string> given;

    private RunForm(IReadOnlyList<string> scenarios, Dictionary<string, string> given, bool capacity) => (Scenarios, this.given, Capacity) = (scenarios, given, capacity);

    /// <summary>Ids chosen.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>Also with capacity ±2 %.</summary>
    public bool Capacity { get; }

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, Bilingual> Errors { get; } = [];

    /// <summary>The text of a field.</summary>
    public string this[string field] => given[field];

    /// <summary>What was chosen, as numbers; only right where nothing is wrong.</summary>
    public ExperimentOptions Options { get; private set; } = new();

    /// <summary>Year of demand; null for each scenario's own.</summary>
    public int? Year { get; private set; }

    /// <summary>Reads and checks.</summary>
    /// <param name="fields">Of a query or a form.</param>
    /// <param name="folder">Scenarios there are.</param>
    /// <param name="usual">Ids chosen where no field says any.</param>
    public static RunForm Read(IEnumerable<KeyValuePair<string, StringValues>> fields, ScenarioFolder folder, IReadOnlyList<string> usual)
    {
        Dictionary<string, StringValues> all = fields.ToDictionary(f => f.Key, f => f.Value);
        bool sent = all.ContainsKey("sent");
        var form = new RunForm(
            all.TryGetValue("scenario", out StringValues chosen) ? [.. chosen.OfType<string>().Distinct()] : sent ? [] : usual,
            new[] { ("replications", "20"), ("days", "28"), ("warmup", "28"), ("year", ""), ("seed", "2024") }.ToDictionary(f => f.Item1, f => (all.TryGetValue(f.Item1, out StringValues v) ? v.LastOrDefault() : null)?.Trim() ?? f.Item2),
            sent ? all.ContainsKey("capacity") : true);
        form.Check(folder);
        return form;
    }

    /// <summary>The run asked for.</summary>
    public RunInputs Inputs(string files) => new(Scenarios, Year, Options.Replications, Options.Days, Options.WarmUpDays, Options.Seed, Capacity, files);

    private void Check(ScenarioFolder folder)
    {
        string[] ids = [.. folder.Scenarios.Select(s => s.Id)];
        if (Scenarios.Count == 0) Errors["scenario"] = new("Elija al menos uno.", "Choose at least one.");
        else if (Scenarios.FirstOrDefault(s => !ids.Contains(s)) is { } unknown)
            Errors["scenario"] = Nearest.To(unknown, ids) is { } near ? new($"No hay un escenario «{unknown}»; ¿quiso decir «{near}»?", $"There is no scenario '{unknown}'; did you mean '{near}'?") : new($"No hay un escenario «{unknown}».", $"There is no scenario '{unknown}'.");
        else if (folder.Scenarios.Where(s => Scenarios.Contains(s.Id)).DistinctBy(s => s.Baseline.Id).Count() > 1)
            Errors["scenario"] = new("Los elegidos parten de líneas base distintas.", "Those chosen start from different baselines.");
        int replications = Whole("replications", 2, MostReplications);
        int days = Whole("days", 1, MostDays);
        int warmUp = Whole("warmup", 0, MostDays);
        if (given["year"].Length > 0) Year = Whole("year", BaselineShapes.FirstYear, BaselineShapes.LastYear);
        if (!ulong.TryParse(given["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)) Errors["seed"] = new("Se espera un número entero de 0 o más.", "A whole number of 0 or more is expected.");
        Options = new ExperimentOptions { Replications = replications, Days = days, WarmUpDays = warmUp, Seed = seed };
    }

    private int Whole(string field, int least, int most)
    {
        string text = given[field];
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most) return number;
        string nearest = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long any) ? $"{Math.Clamp(any, least, most)}" : "";
        Errors[field] = nearest.Length > 0
            ? new($"Se espera un número entero de {least} a {most}; el más cercano es {nearest}.", $"A whole number from {least} to {most} is expected; the nearest is {nearest}.")
            : new($"Se espera un número entero de {least} a {most}.", $"A whole number from {least} to {most} is expected.");
        return Math.Max(least, 2);
    }
}
