using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>What must be read with the table: one paragraph per scenario, in sentences.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="tongue">Language and numbers.</param>
/// <param name="details">Where to read more of a measure that does less than asked.</param>
public sealed class ComparisonNotes(Comparison comparison, Tongue tongue, Bilingual details)
{
    private const int WorstShown = 2;

    /// <summary>The sentences about one scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="measures">Names of its measures.</param>
    /// <param name="withCapacity">Also say how the result moves with capacity.</param>
    public IEnumerable<string> Of(ScenarioComparison scenario, IReadOnlyCollection<string> measures, bool withCapacity)
    {
        yield return Gain(scenario);
        if (withCapacity && scenario.Sensitivity is { } s)
            yield return tongue.Say($"Con 2 % menos de capacidad: {tongue.Figures.Percent(s.Less)}; con 2 % más: {tongue.Figures.Percent(s.More)}.", $"With 2 % less capacity: {tongue.Figures.Percent(s.Less)}; with 2 % more: {tongue.Figures.Percent(s.More)}.");
        yield return WorseOff(scenario);
        string guards = Guards(scenario, measures);
        if (guards.Length > 0) yield return guards;
        foreach (Recovery recovery in scenario.Recoveries) yield return RecoverySentence.Of(recovery, comparison.Corridor, tongue);
        if (scenario.Recoveries.Count > 0) yield return tongue.Say(Recovery.Definition);
        foreach (string note in Notes(scenario.Notes)) yield return note;
    }

    private string Gain(ScenarioComparison scenario)
    {
        IndicatorComparison time = scenario.Indicator("I1");
        IndicatorComparison cost = scenario.Indicator("cost");
        if (!double.IsFinite(time.Difference.Mean)) return tongue.Say("Aún no hay réplicas terminadas.", "No replication has finished yet.");
        string change = $"{tongue.Figures.Change(time.Difference)} h ({tongue.Figures.Percent(time.Percent)})";
        string by = tongue.Say($"en {tongue.Figures.Size(time.Difference)} h ({tongue.Figures.Percent(time.Percent)}) desde {tongue.Figures.Level(time.BaselineLevel)} h", $"by {tongue.Figures.Size(time.Difference)} h ({tongue.Figures.Percent(time.Percent)}) from {tongue.Figures.Level(time.BaselineLevel)} h");
        if (time.Difference is { Mean: 0, HalfWidth: 0 }) return tongue.Say("No cambia nada.", "Nothing changes.");
        string first = !double.IsFinite(time.Difference.HalfWidth) ? tongue.Say($"El tiempo medio cambia {change}, sin intervalo.", $"The mean time changes by {change}, without an interval.")
            : !time.Difference.ExcludesZero ? tongue.Say($"El cambio del tiempo medio no se distingue del azar: {change}.", $"The change of the mean time cannot be told from chance: {change}.")
            : time.Difference.Mean < 0 ? tongue.Say($"El tiempo medio baja {by}.", $"The mean time falls {by}.")
            : tongue.Say($"El tiempo medio SUBE {by}.", $"The mean time RISES {by}.");
        return cost.Difference.ExcludesZero ? first + tongue.Say($" Cada cruce cuesta {tongue.Figures.Size(cost.Difference, Figures.MostDecimals(cost.Id))} USD {(cost.Difference.Mean < 0 ? "menos" : "más")}.", $" A crossing costs {tongue.Figures.Size(cost.Difference, Figures.MostDecimals(cost.Id))} USD {(cost.Difference.Mean < 0 ? "less" : "more")}.") : first;
    }

    private string WorseOff(ScenarioComparison scenario)
    {
        if (comparison.Replications < 2) return tongue.Say("Quién empeora no se puede decir con menos de dos réplicas.", "Who is worse off cannot be said with fewer than two replications.");
        if (scenario.WorseOff.Count == 0) return tongue.Say("Nadie empeora de forma medible.", "Nobody is measurably worse off.");
        string worst = string.Join("; ", scenario.WorseOff.Take(WorstShown).Select(w => $"{Place(w.Row)} {tongue.Figures.Change(w.Difference)} h"));
        int more = scenario.WorseOff.Count - WorstShown;
        string rest = more > 0 ? tongue.Say($"; y {more} grupos más", $"; and {more} more {(more == 1 ? "group" : "groups")}") : "";
        if (more == 1) rest = tongue.Say("; y un grupo más", "; and 1 more group");
        return tongue.Say("Empeoran: ", "Worse off: ") + worst + rest + ".";
    }

    private string Place(RowKey row)
    {
        BorderPost post = comparison.Corridor.Posts[row.Post!.Value];
        string what = tongue.Say(Words.Of(row.Operation!.Value)) + (row.Cargo is { } cargo ? $" ({tongue.Say(Words.Of(cargo))})" : "");
        string side = post.CountryOf(row.Direction!.Value, row.Role!.Value);
        return tongue.Say($"{what} en {post.NameEs}, lado {side}, {Words.Of(row.Direction.Value).Es}", $"{what} at {post.NameEn}, {side} side, {Words.Of(row.Direction.Value).En}");
    }

    /// <summary>Side effects: always those a measure of the scenario declares, others if they can be told from chance.</summary>
    private string Guards(ScenarioComparison scenario, IReadOnlyCollection<string> measures)
    {
        GuardKind[] declared = [.. MeasureCatalog.All.Where(m => measures.Contains(m.Name)).SelectMany(m => m.Guards).Select(g => g.Kind)];
        string[] told = [.. scenario.Guards.Where(g => double.IsFinite(g.Difference.Mean) && (declared.Contains(g.Kind) || g.Difference.ExcludesZero)).Select(Guard)];
        string text = told.Length > 0 ? tongue.Say("Salvaguardas: ", "Guards: ") + string.Join("; ", told) + "." : "";
        (double before, double after) = scenario.DeferredPerWeek;
        if (Math.Abs(after - before) >= 1)
            text += (text.Length > 0 ? " " : "") + tongue.Say($"Camiones que aplazan el cruce por la fila: de {before:0} a {after:0} por semana.", $"Trucks that put the crossing off because of the line: {before:0} to {after:0} a week.");
        return text;
    }

    /// <summary>What a guard counts, with its unit.</summary>
    public static Bilingual NameOf(GuardKind kind) => kind switch
    {
        GuardKind.InspectionsLost => new("inspecciones por 1000 cruces", "inspections per 1000 crossings"),
        GuardKind.DetectionsLost => new("hallazgos esperados por 1000 cruces", "expected detections per 1000 crossings"),
        GuardKind.WaitOfOthers => new("tiempo de la carga general, h", "time of general cargo, h"),
        _ => new("horas de personal por semana", "staff-hours a week"),
    };

    private string Guard(GuardComparison guard)
    {
        int decimals = Figures.DecimalsOfChange(guard.Difference);
        string change = guard.Difference is { Mean: 0, HalfWidth: 0 } ? tongue.Say("sin cambio", "unchanged") : tongue.Figures.Change(guard.Difference);
        return $"{tongue.Say(NameOf(guard.Kind))} {change} ({tongue.Say("de", "from")} {tongue.Figures.Rounded(guard.Baseline, decimals)})";
    }

    /// <summary>What the measures said: where they changed nothing, what they lack, where they do less. Equal remarks are told once.</summary>
    private IEnumerable<string> Notes(IReadOnlyList<MeasureNote> notes)
    {
        foreach (IGrouping<string, MeasureNote> already in notes.Where(n => n.Kind == NoteKind.AlreadyInForce).GroupBy(n => n.Measure))
            yield return tongue.Say($"{Words.OfMeasure(already.Key).Es} ya estaba en vigor y no cambia nada en: ", $"{Words.OfMeasure(already.Key).En} was already in force and changes nothing at: ") + Posts(already) + ".";
        foreach (var same in notes.Where(n => n.Kind is NoteKind.PrerequisiteMissing).GroupBy(n => (n.Measure, n.Remark)))
            yield return $"{tongue.Say(Words.OfMeasure(same.Key.Measure))}: {tongue.Say(same.Key.Remark).TrimEnd('.')} ({Posts(same)}).";
        foreach (IGrouping<string, MeasureNote> limited in notes.Where(n => n.Kind == NoteKind.Limited).GroupBy(n => n.Measure))
        {
            int sides = limited.Select(n => (n.Post, n.Direction, n.Role)).Distinct().Count();
            yield return tongue.Say($"{Words.OfMeasure(limited.Key).Es} hace menos de lo pedido en {sides} de {4 * comparison.Corridor.Posts.Count} lados; {details.Es}.", $"{Words.OfMeasure(limited.Key).En} does less than asked on {sides} of {4 * comparison.Corridor.Posts.Count} sides; {details.En}.");
        }
    }

    private string Posts(IEnumerable<MeasureNote> notes)
    {
        MeasureNote[] all = [.. notes];
        string[] posts = [.. all.Select(n => n.Post).Distinct().Select(id => comparison.Corridor.Posts.FirstOrDefault(p => p.Id == id) is { } post ? Words.Of(post, tongue) : id)];
        return posts.Length == comparison.Corridor.Posts.Count && all.Select(n => (n.Post, n.Direction, n.Role)).Distinct().Count() == 4 * posts.Length
            ? tongue.Say("todos los puestos", "all posts")
            : string.Join(", ", posts);
    }
}
