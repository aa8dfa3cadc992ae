using CorridorTwin.Scenarios.Comparisons;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>The answer of a comparison in plain words.</summary>
public static class Answer
{
    /// <summary>One to three sentences.</summary>
    public static string Of(Compared reference, IReadOnlyList<Contrast> contrasts, Tongue tongue)
    {
        Contrast[] told = [.. contrasts.Where(c => c["I1"].Difference.ExcludesZero).OrderBy(c => c["I1"].Difference.Mean)];
        string from = tongue.Figures.LevelWithHalf(contrasts[0]["I1"].BaselineLevel);
        string Change(Contrast c) => $"{tongue.Figures.Size(c["I1"].Difference)} h ({tongue.Figures.Percent(c["I1"].Percent)})";
        string Name(Contrast c) => tongue.Say(c.Of.Title);
        if (contrasts.Count == 1) return Single(reference, contrasts[0], from, tongue);
        Contrast[] falls = [.. told.Where(c => c["I1"].Difference.Mean < 0)];
        Contrast[] rises = [.. told.Where(c => c["I1"].Difference.Mean > 0)];
        var sentences = new List<string>();
        if (falls.Length > 0)
            sentences.Add(tongue.Say(
                $"Frente a «{tongue.Say(reference.Title)}» ({from} h de media), lo que más baja el tiempo es «{Name(falls[0])}»: {Change(falls[0])}.",
                $"Against '{tongue.Say(reference.Title)}' ({from} h on average), what lowers the time most is '{Name(falls[0])}': by {Change(falls[0])}."));
        if (falls.Length > 1) sentences.Add(tongue.Say($"Le sigue «{Name(falls[1])}», {Change(falls[1])}.", $"Next comes '{Name(falls[1])}', {Change(falls[1])}."));
        if (rises.Length > 0)
            sentences.Add(tongue.Say($"Lo suben: {string.Join("; ", rises.Select(c => $"{Name(c)}, {Change(c)}"))}.", $"It rises with: {string.Join("; ", rises.Select(c => $"{Name(c)}, by {Change(c)}"))}."));
        Contrast[] open = [.. contrasts.Except(told)];
        if (open.Length > 0)
            sentences.Add(tongue.Say($"No se distinguen del azar: {string.Join("; ", open.Select(Name))}.", $"Cannot be told from chance: {string.Join("; ", open.Select(Name))}."));
        return string.Join(" ", sentences);
    }

    private static string Single(Compared reference, Contrast contrast, string from, Tongue tongue)
    {
        IndicatorComparison time = contrast["I1"];
        IndicatorComparison cost = contrast["cost"];
        string name = tongue.Say(contrast.Of.Title);
        string size = $"{tongue.Figures.Size(time.Difference)} h ({tongue.Figures.Percent(time.Percent)})";
        if (!time.Difference.ExcludesZero)
            return tongue.Say($"Entre «{tongue.Say(reference.Title)}» y «{name}» el tiempo medio no cambia de forma que se distinga del azar.", $"Between '{tongue.Say(reference.Title)}' and '{name}' the mean time does not change in a way that can be told from chance.");
        string verb = time.Difference.Mean < 0 ? tongue.Say("baja", "falls") : tongue.Say("sube", "rises");
        string money = cost.Difference.ExcludesZero
            ? tongue.Say(
                $" Cada cruce cuesta {tongue.Figures.Size(cost.Difference, 0)} USD {(cost.Difference.Mean < 0 ? "menos" : "más")}.",
                $" A crossing costs {tongue.Figures.Size(cost.Difference, 0)} USD {(cost.Difference.Mean < 0 ? "less" : "more")}.")
            : "";
        return tongue.Say($"Con «{name}» el tiempo medio {verb} {size} desde {from} h de «{tongue.Say(reference.Title)}».", $"With '{name}' the mean time {verb} by {size} from {from} h under '{tongue.Say(reference.Title)}'.") + money;
    }
}
