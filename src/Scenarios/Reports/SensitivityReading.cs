using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>What an answer hangs on, in plain words, for whoever must defend it.</summary>
public sealed class SensitivityReading(SensitivityReport report, Tongue tongue)
{
    private const int NextTold = 2;

    private readonly SensitivityResult result = report.Result;
    private readonly int most = Figures.MostDecimals(report.Request.Indicator.Id);

    /// <summary>The sentences, one paragraph each.</summary>
    public IEnumerable<string> Sentences()
    {
        if (result.Answer.Count == 0) yield break;
        yield return tongue.Say($"Con los valores propios: {Now}.", $"At the inputs' own values: {Now}.");
        if (result.Ends.Count == 0)
        {
            if (result.Complete) yield return tongue.Say("Ningún insumo de los movidos cambia la respuesta.", "None of the inputs moved changes the answer.");
            yield break;
        }
        yield return First(result.Ends[0]);
        EndsEffect[] next = [.. result.Ends.Skip(1).Take(NextTold)];
        if (next.Length > 0) yield return tongue.Say("Luego, de ", "Next, on ") + string.Join(tongue.Say(" y de ", " and on "), next.Select(e => $"{Quoted(e.Input)} ({Ends(e)})")) + ".";
        yield return Standing();
        int assumed = result.Ends.Count(e => e.Input.Grade.Id is "assumption" or "ex-ante" or "none");
        yield return assumed == 0
            ? tongue.Say("Ninguno de estos insumos es un supuesto.", "None of these inputs is an assumption.")
            : tongue.Say($"De los {result.Ends.Count} insumos de la tabla, {assumed} son supuestos o anuncios que nadie ha medido: ahí rinde más un dato.", $"Of the {result.Ends.Count} inputs in the table, {assumed} are assumptions or claims that nobody has measured: that is where data pays most.");
    }

    private bool IsChange => report.Request.Of == ResponseKind.Change;

    private string Unit => report.Request.Indicator.Unit;

    private string Now => $"{Shown(result.Answer)} {Unit}";

    private string First(EndsEffect e)
    {
        string grade = tongue.Say(e.Input.Grade.Name);
        return tongue.Say(
            $"La respuesta depende sobre todo de {Quoted(e.Input)} ({grade}): en su extremo inferior ({InputWords.Value(e.Input, e.Input.Low, tongue)}) sería {Shown(e.AtLow)} {Unit} y en el superior ({InputWords.Value(e.Input, e.Input.High, tongue)}) {Shown(e.AtHigh)}, en vez de {Shown(result.Answer)}.",
            $"The answer hangs most on {Quoted(e.Input)} ({grade}): at its low end ({InputWords.Value(e.Input, e.Input.Low, tongue)}) it would be {Shown(e.AtLow)} {Unit} and at its high end ({InputWords.Value(e.Input, e.Input.High, tongue)}) {Shown(e.AtHigh)}, instead of {Shown(result.Answer)}.");
    }

    /// <summary>Whether the direction of the answer survives every end.</summary>
    private string Standing()
    {
        if (!IsChange) return "";
        int sign = Math.Sign(result.Answer.Mean);
        if (!result.Answer.ExcludesZero) return tongue.Say("Ya con los valores propios el cambio no se distingue de cero.", "Even at the inputs' own values the change cannot be told from none.");
        (EndsEffect Ends, bool Low)[] lost =
        [
            .. result.Ends.SelectMany(e => new[] { (e, true), (e, false) }).Where(x => At(x).ExcludesZero is false || Math.Sign(At(x).Mean) != sign),
        ];
        if (lost.Length == 0)
            return sign < 0
                ? tongue.Say("En ningún extremo probado deja de ser una mejora.", "At no end tried does it cease to be an improvement.")
                : tongue.Say("En ningún extremo probado deja de ser un aumento.", "At no end tried does it cease to be an increase.");
        return tongue.Say("No se sostiene en todos los extremos: ", "It does not stand at every end: ") + string.Join("; ", lost.Select(x => tongue.Say(
            $"con {Quoted(x.Ends.Input)} en {Value(x)} sería {Shown(At(x))} {Unit}", $"with {Quoted(x.Ends.Input)} at {Value(x)} it would be {Shown(At(x))} {Unit}"))) + ".";
    }

    private static Interval At((EndsEffect Ends, bool Low) x) => x.Low ? x.Ends.AtLow : x.Ends.AtHigh;

    private string Value((EndsEffect Ends, bool Low) x) => InputWords.Value(x.Ends.Input, x.Low ? x.Ends.Input.Low : x.Ends.Input.High, tongue);

    private string Ends(EndsEffect e) => tongue.Say($"{Shown(e.AtLow)} a {Shown(e.AtHigh)} {Unit}", $"{Shown(e.AtLow)} to {Shown(e.AtHigh)} {Unit}");

    private string Quoted(UncertainInput input) => tongue.Say($"«{input.Name.Es}»", $"“{input.Name.En}”");

    private string Shown(Interval value) => IsChange ? tongue.Figures.Change(value, most) : tongue.Figures.LevelWithHalf(value, most);
}
