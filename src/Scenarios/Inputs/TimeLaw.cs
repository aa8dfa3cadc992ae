using System.Globalization;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A law of random times as written in a file.</summary>
/// <param name="Name">The law; empty for a plain duration, which takes the file's usual variation.</param>
/// <param name="Times">Its durations, in the order written.</param>
/// <param name="Parameter">Coefficient of variation (cv) or number of phases (k); 0 where the law has none.</param>
public sealed record TimeLaw(string Name, IReadOnlyList<Quantity> Times, double Parameter)
{
    /// <summary>What is wrong with a law.</summary>
    public sealed record Fault(Bilingual Message, Bilingual? Expected = null, string? Nearest = null);

    private sealed record Form(string Name, int Least, int Most, string? Parameter, string Example);

    private static readonly Form[] Forms =
    [
        new("fixed", 1, 1, null, "fixed 8 min"),
        new("exponential", 1, 1, null, "exponential 8 min"),
        new("lognormal", 1, 1, "cv", "lognormal 8 min cv 0.6"),
        new("gamma", 1, 1, "cv", "gamma 8 min cv 0.6"),
        new("erlang", 1, 1, "k", "erlang 8 min k 3"),
        new("uniform", 2, 2, null, "uniform 4 min 12 min"),
        new("triangular", 3, 3, null, "triangular 4 min 8 min 15 min"),
        new("empirical", 1, 10_000, null, "empirical 4 min 5 min 9 min"),
    ];

    /// <summary>Mean in minutes.</summary>
    public double MeanMinutes => Times.Average(t => t.In(UnitFamily.Duration));

    /// <summary>Durations in minutes.</summary>
    public IReadOnlyList<double> Minutes => [.. Times.Select(t => t.In(UnitFamily.Duration))];

    /// <summary>Reads a law; null if it was read, else what is wrong.</summary>
    public static Fault? TryRead(string text, out TimeLaw? law)
    {
        law = null;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !char.IsAsciiLetter(words[0][0]) || Quantity.TryRead(text, UnitFamily.Duration, out _) is null || words[0].StartsWith("nan", StringComparison.OrdinalIgnoreCase) || words[0].StartsWith("inf", StringComparison.OrdinalIgnoreCase))
        {
            if (Quantity.TryRead(text, UnitFamily.Duration, out Quantity plain) is { } fault) return new Fault(fault.Message, UnitFamily.Duration.Expected, fault.Nearest);
            law = new TimeLaw("", [plain], 0);
            return null;
        }
        string[] names = [.. Forms.Select(f => f.Name)];
        Form? form = Forms.FirstOrDefault(f => f.Name == words[0]);
        if (form is null) return new Fault(new($"ninguna ley se llama '{words[0]}'", $"no law is called '{words[0]}'"), Wording.OneOf(names), Nearest.To(words[0], names));
        return ReadForm(form, words[1..], out law);
    }

    private static Fault? ReadForm(Form form, string[] words, out TimeLaw? law)
    {
        law = null;
        var example = Bilingual.Same($"'{form.Example}'");
        double parameter = 0;
        if (form.Parameter is { } name)
        {
            if (words.Length < 2 || words[^2] != name) return new Fault(new($"{form.Name} necesita '{name}' y un número", $"{form.Name} needs '{name}' and a number"), example);
            if (Quantity.TryRead(words[^1], UnitFamily.Bare, out Quantity bare) is { } wrong) return new Fault(wrong.Message, example);
            parameter = bare.Number;
            bool right = name == "k" ? parameter is >= 1 and <= 1000 && parameter == Math.Floor(parameter) : parameter is > 0 and <= 10;
            if (!right) return new Fault(new($"'{name}' fuera de rango", $"'{name}' out of range"), name == "k" ? new("un entero de 1 a 1000", "a whole number from 1 to 1000") : new("más de 0, como máximo 10", "more than 0, at most 10"));
            words = words[..^2];
        }
        if (ReadTimes(words, out List<Quantity> times) is { } fault) return new Fault(fault.Message, fault.Nearest is null ? example : UnitFamily.Duration.Expected, fault.Nearest);
        if (times.Count < form.Least || times.Count > form.Most) return new Fault(new($"{form.Name} lleva {form.Least} duraciones, no {times.Count}", $"{form.Name} takes {form.Least} durations, not {times.Count}"), example);
        var read = new TimeLaw(form.Name, times, parameter);
        IReadOnlyList<double> minutes = read.Minutes;
        if (form.Name is "uniform" or "triangular" && (minutes.Zip(minutes.Skip(1)).Any(p => p.First > p.Second) || minutes[0] == minutes[^1])) return new Fault(new("las duraciones deben ir en aumento", "durations must ascend"), example);
        law = read;
        return null;
    }

    private static Quantity.Fault? ReadTimes(string[] words, out List<Quantity> times)
    {
        times = [];
        for (int i = 0; i < words.Length; i++)
        {
            bool apart = i + 1 < words.Length && char.IsAsciiDigit(words[i][^1]) && char.IsAsciiLetter(words[i + 1][0]);
            string text = apart ? $"{words[i]} {words[++i]}" : words[i];
            if (Quantity.TryRead(text, UnitFamily.Duration, out Quantity time) is { } fault) return fault;
            times.Add(time);
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string parameter = Forms.FirstOrDefault(f => f.Name == Name)?.Parameter is { } p ? $" {p} {Parameter.ToString("R", CultureInfo.InvariantCulture)}" : "";
        return (Name + " " + string.Join(" ", Times) + parameter).Trim();
    }
}
