using System.CommandLine;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>A quantity above 0 with its unit.</summary>
internal sealed class QuantitySetting(string name, Bilingual value, Bilingual purpose, UnitFamily units, Bilingual? usual = null) : Setting(name, value, purpose, usual)
{
    /// <inheritdoc/>
    public override Bilingual Takes { get; } = new(units.Expected.Es + ", por encima de 0", units.Expected.En + ", above 0");

    /// <summary>The quantity; null if it is absent or wrong.</summary>
    public Quantity? Read(ParseResult parsed, Problems problems) =>
        Given(parsed, problems) is { } text && Quantity.TryRead(text, units, out Quantity quantity) is null ? quantity : null;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        if (Quantity.TryRead(text, units, out Quantity quantity) is { } fault) problems.Add(Problem(text, fault.Message, Takes, fault.Nearest));
        else if (quantity.Number <= 0) problems.Add(Problem(text, new("fuera de rango", "out of range"), Takes, $"{units.Example}"));
        else return text;
        return null;
    }
}

/// <summary>Some of a few words, with commas between.</summary>
internal sealed class ListSetting : Setting
{
    private readonly IReadOnlyList<string> words;

    public ListSetting(string name, Bilingual purpose, Bilingual usual, IReadOnlyList<string> words)
        : base(name, new("LISTA", "LIST"), purpose, usual)
    {
        this.words = words;
        string list = string.Join(", ", words);
        Takes = new($"uno o varios de estos, separados por comas: {list}", $"one or more of these, with commas between: {list}");
        Option.CompletionSources.Add([.. words]);
    }

    /// <inheritdoc/>
    public override Bilingual Takes { get; }

    /// <summary>The words; null if it is absent or wrong.</summary>
    public IReadOnlyList<string>? Read(ParseResult parsed, Problems problems) => Given(parsed, problems) is { } text ? Split(text) : null;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        string[] given = Split(text);
        string[] wrong = [.. given.Where(w => !words.Contains(w))];
        foreach (string word in wrong) problems.Add(Problem(word, new("desconocido", "unknown"), Takes, Nearest.To(word, words)));
        if (given.Length == 0) problems.Add(Problem(text, new("falta el valor", "needs a value"), Takes));
        return wrong.Length == 0 && given.Length > 0 ? text : null;
    }

    private static string[] Split(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}

/// <summary>Options that end an experiment when it knows enough.</summary>
internal static class PrecisionSettings
{
    private static readonly UnitFamily Units = new(new("una precisión", "a precision"), "5 %", [("%", 0.01), ("h", 1), ("min", 1.0 / 60), ("USD", 1), ("t", 1)]);

    private static readonly UnitFamily Time = new(new("un tiempo", "a time"), "60 s", [("s", 1), ("min", 60), ("h", 3600)]);

    /// <summary>Replications allowed where a precision is asked for and no number of them.</summary>
    public const int UsualMost = 200;

    /// <summary>Precision.</summary>
    public static QuantitySetting Precision { get; } = new(
        "--precision", new("PRECISIÓN", "PRECISION"),
        new($"Replica hasta que el intervalo de cada resultado sea así de estrecho: '5 %' del resultado, o '0.1 h' a cada lado. Al menos {Scenarios.Statistics.Precision.Minimum} réplicas; --replications es entonces el máximo ({UsualMost} si no se da).",
            $"Replicates until the interval of every result is as narrow as this: '5 %' of the result, or '0.1 h' to each side. At least {Scenarios.Statistics.Precision.Minimum} replications; --replications is then the most ({UsualMost} if not given)."), Units);

    /// <summary>Of which indicators.</summary>
    public static ListSetting PrecisionOf { get; } = new("--precision-of", new("Indicadores cuya precisión cuenta.", "Indicators whose precision counts."), Bilingual.Same("I1"), Indicator.Ids);

    /// <summary>Time to spend.</summary>
    public static QuantitySetting Budget { get; } = new(
        "--budget", new("TIEMPO", "TIME"), new("Termina después de este tiempo con lo que haya, y dice qué precisión alcanzó.", "Ends after this time with what there is, and says how precise it has become."), Time);

    /// <summary>All.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Precision, PrecisionOf, Budget];

    /// <summary>What was asked; what is wrong with it is noted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The replications allowed.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="indicator">The only indicator there is; null where several may be asked for.</param>
    public static Enough Read(ParseResult parsed, ExperimentOptions options, Problems problems, Indicator? indicator = null)
    {
        Quantity? precision = Precision.Read(parsed, problems);
        IReadOnlyList<string>? of = indicator is null ? PrecisionOf.Read(parsed, problems) : null;
        Indicator[] indicators = indicator is not null ? [indicator] : of is null ? [Indicator.Headline] : [.. of.Select(w => Indicator.Find(w)!)];
        if (precision is { } asked)
        {
            if (options.Replications < Scenarios.Statistics.Precision.Minimum)
                problems.Add(new InputProblem(Mark.Whole("corridor"), "--replications", $"{options.Replications}", new("con --precision es el máximo, y la regla pide 10", "with --precision it is the most, and the rule takes 10"), new($"{Scenarios.Statistics.Precision.Minimum} o más", $"{Scenarios.Statistics.Precision.Minimum} or more"), $"{Scenarios.Statistics.Precision.Minimum}"));
            string unit = asked.Unit == "min" ? "h" : asked.Unit;
            foreach (Indicator other in indicators.Where(i => unit != "%" && i.Unit != unit))
                problems.Add(new InputProblem(Mark.Whole("corridor"), Precision.Name, asked.ToString(), new($"{other.Id} se mide en {other.Unit}", $"{other.Id} is measured in {other.Unit}"), new($"un valor en {other.Unit} o en %", $"a value in {other.Unit} or in %")));
        }
        return new Enough
        {
            Target = precision is not { } p ? null : p.Unit == "%" ? new Precision(Relative: p.In(Units)) : new Precision(Absolute: p.In(Units)),
            Indicators = indicators,
            Budget = Budget.Read(parsed, problems) is { } time ? TimeSpan.FromSeconds(Math.Min(time.In(Time), 1_000_000)) : null,
        };
    }
}
