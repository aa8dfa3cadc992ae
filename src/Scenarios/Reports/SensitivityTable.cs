using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>One input at both ends of its range, as printed.</summary>
/// <param name="Ends">What was found.</param>
/// <param name="Range">Own value and range.</param>
/// <param name="AtLow">The answer at the low end.</param>
/// <param name="AtHigh">The answer at the high end.</param>
/// <param name="MuStar">Mean size of its effect over the whole range.</param>
public sealed record SensitivityLine(EndsEffect Ends, string Range, string AtLow, string AtHigh, string MuStar);

/// <summary>What an answer hangs on, as printed.</summary>
public static class SensitivityTable
{
    /// <summary>The inputs tried at both ends, widest first.</summary>
    public static IReadOnlyList<SensitivityLine> Ends(SensitivityReport report, Tongue tongue)
    {
        int most = Figures.MostDecimals(report.Request.Indicator.Id);
        string Shown(Interval value) => report.Request.Of == ResponseKind.Change ? tongue.Figures.Change(value, most) : tongue.Figures.LevelWithHalf(value, most);
        return [.. report.Result.Ends.Select(e => new SensitivityLine(
            e, InputWords.Range(e.Input, tongue), Shown(e.AtLow), Shown(e.AtHigh), Size(report.Result.Inputs.First(i => i.Input == e.Input).Effect, most, tongue)))];
    }

    /// <summary>A size without sign: two digits are all that a few paths support.</summary>
    public static string Size(MorrisEffect effect, int most, Tongue tongue) => Size(effect.MuStar.Mean, most, tongue);

    /// <inheritdoc cref="Size(MorrisEffect, int, Tongue)"/>
    public static string Size(double muStar, int most, Tongue tongue) => muStar == 0 ? "0" : tongue.Figures.Rounded(muStar, Math.Min(most, 1 - (int)Math.Floor(Math.Log10(muStar))));

    /// <summary>What is asked about, with its article.</summary>
    public static Bilingual Answer(SensitivityRequest request) => request.Of == ResponseKind.Change
        ? new($"el cambio de{Contracted(request.Indicator.Name.Es)} frente a {request.Baseline.Id}", $"the change of {request.Indicator.Name.En} against {request.Baseline.Id}")
        : request.Indicator.Name;

    private static string Contracted(string name) => name.StartsWith("el ", StringComparison.Ordinal) ? "l " + name[3..] : " " + name;
}
