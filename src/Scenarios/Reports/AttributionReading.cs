using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>An attribution in plain words, for whoever decides which measures to keep.</summary>
public sealed class AttributionReading(ScenarioAttribution attribution, Tongue tongue)
{
    private const int PairsTold = 3;

    private readonly int most = Figures.MostDecimals(attribution.Request.Indicator.Id);
    private readonly string unit = attribution.Request.Indicator.Unit;

    /// <summary>Told from nothing, largest first.</summary>
    private ContributorShare[] Told { get; } = [.. attribution.Shares.Where(s => s.Told).OrderByDescending(s => Math.Abs(s.Share.Mean))];

    /// <summary>The sentences, the most important first.</summary>
    public IEnumerable<string> Sentences()
    {
        yield return Whole();
        if (Told.Length > 0) yield return Leaders();
        if (Alike() is { Length: > 0 } alike) yield return alike;
        if (Raising() is { Length: > 0 } raising) yield return raising;
        if (Nothing() is { Length: > 0 } nothing) yield return nothing;
        foreach (string pairs in Pairs()) yield return pairs;
        foreach (string order in Joining()) yield return order;
        foreach (string missing in Missing()) yield return missing;
    }

    private string Whole()
    {
        (Interval total, Bilingual name) = (attribution.Total, attribution.Request.Indicator.Name);
        string levels = tongue.Say($"de {tongue.Figures.Level(attribution.Before, most)} a {tongue.Figures.Level(attribution.After, most)} {unit}", $"from {tongue.Figures.Level(attribution.Before, most)} to {tongue.Figures.Level(attribution.After, most)} {unit}");
        if (total is { Mean: 0, HalfWidth: 0 }) return tongue.Say($"En conjunto no cambian nada en {name.Es}.", $"Together they change nothing in {name.En}.");
        if (!total.ExcludesZero) return tongue.Say($"En conjunto, su efecto en {name.Es} no se distingue del azar: {tongue.Figures.Change(total, most)} {unit}.", $"Together, their effect on {name.En} cannot be told from chance: {tongue.Figures.Change(total, most)} {unit}.");
        return total.Mean > 0
            ? tongue.Say($"En conjunto reducen {name.Es} en {tongue.Figures.Size(total, most)} {unit}, {levels}.", $"Together they cut {name.En} by {tongue.Figures.Size(total, most)} {unit}, {levels}.")
            : tongue.Say($"En conjunto AUMENTAN {name.Es} en {tongue.Figures.Size(total, most)} {unit}, {levels}.", $"Together they RAISE {name.En} by {tongue.Figures.Size(total, most)} {unit}, {levels}.");
    }

    private string Leaders()
    {
        ContributorShare[] with = [.. Told.Where(s => Math.Sign(s.Share.Mean) == Math.Sign(Told[0].Share.Mean))];
        ContributorShare first = with[0];
        if (with.Length == 1) return tongue.Say($"Solo de {Name(first)} se puede decir que aporta: {Change(first)}.", $"Only {Name(first)} can be said to contribute: {Change(first)}.");
        string rest = string.Join("; ", with.Skip(1).Select(s => $"{Name(s)} {Change(s)}"));
        bool alone = Apart(first, with[1]);
        return alone
            ? tongue.Say($"Lo que más aporta es {Name(first)}, {Change(first)}; le siguen {rest}.", $"{Capital(Name(first))} contributes most, {Change(first)}; then {rest}.")
            : tongue.Say($"Lo que más aporta: {Name(first)}, {Change(first)}, y {rest}.", $"Those that contribute most are {Name(first)}, {Change(first)}, and {rest}.");
    }

    /// <summary>Neighbours in rank whose shares the runs made cannot tell apart, as groups.</summary>
    private string Alike()
    {
        var groups = new List<List<ContributorShare>>();
        foreach (ContributorShare share in Told)
        {
            if (groups.Count > 0 && groups[^1].All(g => !Apart(g, share))) groups[^1].Add(share);
            else groups.Add([share]);
        }
        string[] told = [.. groups.Where(g => g.Count > 1).Select(g => tongue.Say(List(g.Select(Name), "y"), List(g.Select(Name), "and")))];
        return told.Length == 0 ? "" : tongue.Say($"Con las réplicas hechas no se distinguen entre sí: {string.Join("; ", told)}.", $"The runs made cannot tell apart: {string.Join("; ", told)}.");
    }

    private string Raising()
    {
        ContributorShare[] raising = [.. Told.Where(s => s.Share.Mean < 0 && Told[0].Share.Mean > 0)];
        return raising.Length == 0 ? "" : tongue.Say(
            $"Van en contra del conjunto (aumentan lo que las demás reducen): {List(raising.Select(s => $"{Name(s)} {Change(s)}"), "y")}.",
            $"Work against the whole (raise what the others cut): {List(raising.Select(s => $"{Name(s)} {Change(s)}"), "and")}.");
    }

    private string Nothing()
    {
        string[] none = [.. attribution.Shares.Where(s => s.Share is { Mean: 0, HalfWidth: 0 }).Select(Name)];
        string[] chance = [.. attribution.Shares.Where(s => !s.Told && s.Share is not { Mean: 0, HalfWidth: 0 }).Select(s => $"{Name(s)} ({Change(s)})")];
        string text = none.Length == 0 ? "" : tongue.Say($"No aportan nada: {List(none, "y")}.", $"Contribute nothing at all: {List(none, "and")}.");
        if (chance.Length > 0) text += (text.Length > 0 ? " " : "") + tongue.Say($"No se distinguen de nada con las réplicas hechas: {List(chance, "y")}.", $"Cannot be told from nothing with the runs made: {List(chance, "and")}.");
        return text;
    }

    private IEnumerable<string> Pairs()
    {
        if (!attribution.Request.Exact)
        {
            yield return tongue.Say("Con más de 8 medidas no se calculan interacciones; con --by pillar, las de los pilares.", "With more than 8 measures interactions are not computed; with --by pillar, those of the pillars are.");
            yield break;
        }
        if (attribution.Interactions.Count == 0) yield break;
        ContributorPair[] overlap = [.. attribution.Interactions.Where(p => p.Told && p.Value.Mean < 0).OrderBy(p => p.Value.Mean)];
        ContributorPair[] help = [.. attribution.Interactions.Where(p => p.Told && p.Value.Mean > 0).OrderByDescending(p => p.Value.Mean)];
        if (overlap.Length > 0)
            yield return tongue.Say("Se solapan, y juntas rinden menos que por separado: ", "Overlap, and bring less together than apart: ") + Listed(overlap) + ".";
        if (help.Length > 0)
            yield return tongue.Say("Se refuerzan, y juntas rinden más que por separado: ", "Help one another, and bring more together than apart: ") + Listed(help) + ".";
        if (overlap.Length + help.Length == 0)
            yield return tongue.Say("Ninguna interacción entre dos medidas se distingue del azar.", "No interaction of two measures can be told from chance.");
    }

    private string Listed(ContributorPair[] pairs)
    {
        string text = string.Join("; ", pairs.Take(PairsTold).Select(p => tongue.Say($"{Name(p.First)} y {Name(p.Second)}", $"{Name(p.First)} and {Name(p.Second)}") + $" {tongue.Figures.Change(p.Value, most)} {unit}"));
        int more = pairs.Length - PairsTold;
        return more <= 0 ? text : text + (more == 1 ? tongue.Say("; y un par más", "; and 1 more pair") : tongue.Say($"; y {more} pares más", $"; and {more} more pairs"));
    }

    private IEnumerable<string> Joining()
    {
        if (attribution.Needs.Count == 0) yield break;
        IEnumerable<string> needs = attribution.Needs.GroupBy(n => n.Contributor).Select(g => tongue.Say(
            $"{Name(attribution.Shares[g.Key])} después de {List(g.Select(n => Name(attribution.Shares[n.Needs])), "y")}",
            $"{Name(attribution.Shares[g.Key])} after {List(g.Select(n => Name(attribution.Shares[n.Needs])), "and")}"));
        yield return tongue.Say($"Orden de entrada, por los requisitos de las medidas: {string.Join("; ", needs)}. Con --any-order, cualquiera.", $"Order of joining, by what the measures need: {string.Join("; ", needs)}. With --any-order, any.");
    }

    /// <summary>What is needed and no measure of the scenario brings: it orders nothing, and the measure counts with what it does without it.</summary>
    private IEnumerable<string> Missing() => attribution.Absent.Select(a =>
    {
        string need = MeasureCatalog.Names.Contains(a.Need.Name) ? Small(tongue.Say(Words.OfMeasure(a.Need.Name))) : tongue.Say(a.Need.Label);
        string measure = tongue.Say(Words.OfMeasure(a.Measure));
        return tongue.Say($"{measure} cuenta sin lo que necesita y el escenario no trae ({need}): ", $"{measure} counts without what it needs and the scenario does not bring ({need}): ") + tongue.Say(a.Need.Without);
    });

    /// <summary>Whether the shares of two can be told apart, all pairs of those told from nothing tested together (Bonferroni).</summary>
    private bool Apart(ContributorShare a, ContributorShare b)
    {
        int pairs = Math.Max(1, Told.Length * (Told.Length - 1) / 2);
        return Interval.Paired(a.Values, b.Values, 1 - 0.05 / pairs).ExcludesZero;
    }

    private string Change(ContributorShare share) => $"{tongue.Figures.Change(share.Share, most)} {unit}";

    private string Name(ContributorShare share) => Name(share.Contributor);

    private string Name(Contributor contributor)
    {
        string title = tongue.Say(contributor.Title);
        if (contributor.Id.StartsWith("pillar", StringComparison.Ordinal)) title = tongue.Say("el ", "") + title.Split(':')[0].ToLowerInvariant();
        return Small(title);
    }

    private static string Small(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string List(IEnumerable<string> items, string and)
    {
        string[] all = [.. items];
        // Spanish: "e" before the sound of i.
        if (and == "y" && all.Length > 1 && (all[^1].StartsWith('i') || all[^1].StartsWith("hi", StringComparison.Ordinal))) and = "e";
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {and} {all[^1]}";
    }
}
