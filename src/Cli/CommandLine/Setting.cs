using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>One option, declared once: parsing, checking and help follow from it.</summary>
internal abstract class Setting
{
    protected Setting(string name, Bilingual value, Bilingual purpose, Bilingual? usual = null)
    {
        (Name, Value, Purpose, Usual) = (name, value, purpose, usual);
        // Repetitions and missing values are the command's to explain, so the parser lets them through.
        Option = new Option<string[]>(name) { Description = purpose.En, HelpName = value.En, Arity = new ArgumentArity(0, 1000) };
    }

    /// <summary>As typed, <c>--days</c>.</summary>
    public string Name { get; }

    /// <summary>What stands for the value in help.</summary>
    public Bilingual Value { get; }

    /// <summary>What it sets.</summary>
    public Bilingual Purpose { get; }

    /// <summary>What holds when it is not given; null if the purpose says so.</summary>
    public Bilingual? Usual { get; }

    /// <summary>The values it takes, for help.</summary>
    public abstract Bilingual Takes { get; }

    /// <summary>What the parser knows of it.</summary>
    public Option<string[]> Option { get; }

    /// <summary>The text given, null if it is absent; what is wrong with it is noted.</summary>
    public virtual string? Given(ParseResult parsed, Problems problems)
    {
        if (parsed.GetResult(Option) is not { Implicit: false } result) return null;
        if (result.IdentifierTokenCount > 1) problems.Add(Problem(null, new("aparece más de una vez", "given more than once")));
        else if (result.Tokens.Count == 0) problems.Add(Problem(null, new("falta el valor", "needs a value"), Takes));
        else return Checked(result.Tokens[0].Value, problems);
        return null;
    }

    /// <summary>The text if it is a value this takes; what is wrong with it is noted.</summary>
    protected abstract string? Checked(string text, Problems problems);

    /// <summary>A problem with this option.</summary>
    protected InputProblem Problem(string? given, Bilingual message, Bilingual? expected = null, string? nearest = null) =>
        new(Mark.Whole("corridor"), Name, given, message, expected, nearest);
}

/// <summary>A whole number within a range.</summary>
internal sealed class NumberSetting(string name, Bilingual value, Bilingual purpose, ulong least, ulong most, ulong usual, Bilingual? usualInWords = null)
    : Setting(name, value, purpose, usualInWords ?? Bilingual.Same(usual.ToString(CultureInfo.InvariantCulture)))
{
    /// <inheritdoc/>
    public override Bilingual Takes { get; } = new($"un número entero de {least} a {most}", $"a whole number from {least} to {most}");

    /// <summary>The text as a number in range, or null with the reason noted.</summary>
    public string? Check(string text, Problems problems) => Checked(text, problems);

    /// <summary>The number, or the usual one.</summary>
    public ulong Read(ParseResult parsed, Problems problems) => Given(parsed, problems) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign;
        if (text.Length <= 400 && BigInteger.TryParse(text, Plain, CultureInfo.InvariantCulture, out BigInteger number))
        {
            if (number >= least && number <= most) return number.ToString(CultureInfo.InvariantCulture);
            problems.Add(Problem(text, new("fuera de rango", "out of range"), Takes, (number < least ? least : most).ToString(CultureInfo.InvariantCulture)));
            return null;
        }
        string? nearest = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && !double.IsNaN(real)
            ? real <= least ? $"{least}" : real >= most ? $"{most}" : Math.Round(real).ToString("0", CultureInfo.InvariantCulture)
            : null;
        problems.Add(Problem(text, new("no es un número entero", "not a whole number"), Takes, nearest));
        return null;
    }
}

/// <summary>One of a few words.</summary>
internal sealed class ChoiceSetting : Setting
{
    private readonly string[] words;

    public ChoiceSetting(string name, Bilingual purpose, Bilingual? usual, params string[] words)
        : base(name, Bilingual.Same(string.Join("|", words)), purpose, usual)
    {
        this.words = words;
        string list = string.Join(", ", words);
        Takes = new($"uno de estos: {list}", $"one of {list}");
        Option.CompletionSources.Add(words);
    }

    /// <inheritdoc/>
    public override Bilingual Takes { get; }

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        if (words.Contains(text)) return text;
        problems.Add(Problem(text, new("desconocido", "unknown"), Takes, Nearest.To(text, words)));
        return null;
    }
}

/// <summary>The Monday on which a measured period begins.</summary>
internal sealed class MondaySetting(string name, Bilingual purpose, Bilingual usual) : Setting(name, new("FECHA", "DATE"), purpose, usual)
{
    /// <inheritdoc/>
    public override Bilingual Takes => Periods.Expected;

    /// <summary>The date; null if it is absent.</summary>
    public DateOnly? Read(ParseResult parsed, Problems problems) => Given(parsed, problems) is { } text && Periods.TryRead(text, out DateOnly date) is null ? date : null;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        if (Periods.TryRead(text, out DateOnly nearest) is not { } fault) return text;
        problems.Add(Problem(text, fault, Takes, nearest == default ? null : Dates.Text(nearest)));
        return null;
    }
}

/// <summary>A path.</summary>
internal sealed class PathSetting(string name, Bilingual purpose, Bilingual? usual, Bilingual? value = null, Bilingual? takes = null)
    : Setting(name, value ?? Bilingual.Same("DIR"), purpose, usual)
{
    /// <inheritdoc/>
    public override Bilingual Takes { get; } = takes ?? new("un directorio", "a directory");

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        if (text.Trim().Length > 0 && !text.Contains('\0')) return text;
        problems.Add(Problem(text, new("vacío", "empty"), Takes));
        return null;
    }
}

/// <summary>A word that only its reader can check.</summary>
internal sealed class NameSetting(string name, Bilingual value, Bilingual purpose, Bilingual takes, Bilingual? usual = null) : Setting(name, value, purpose, usual)
{
    /// <inheritdoc/>
    public override Bilingual Takes { get; } = takes;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        if (text.Trim().Length > 0 && !text.Contains('\0')) return text;
        problems.Add(Problem(text, new("vacío", "empty"), Takes));
        return null;
    }
}

/// <summary>Yes if it is there.</summary>
internal sealed class SwitchSetting : Setting
{
    public SwitchSetting(string name, Bilingual purpose)
        : base(name, new("", ""), purpose) => Option.Arity = ArgumentArity.Zero;

    /// <inheritdoc/>
    public override Bilingual Takes { get; } = new("", "");

    /// <summary>Whether it was given.</summary>
    public bool Read(ParseResult parsed) => parsed.GetResult(Option) is { Implicit: false };

    /// <inheritdoc/>
    public override string? Given(ParseResult parsed, Problems problems) => null;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems) => text;
}
