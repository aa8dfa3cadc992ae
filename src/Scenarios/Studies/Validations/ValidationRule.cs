using MathNet.Numerics.Distributions;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>The rule of the verdict, stated and applied.</summary>
public static class ValidationRule
{
    /// <summary>The rule in words.</summary>
    public static Bilingual Text(ValidationOptions o) => new(
        $"Dentro: las medias difieren, con confianza, menos que el margen ({o.Margin:0%} de la observada, al menos {o.LeastMarginHours * 60:0} min; prueba de equivalencia, {o.Alpha:0%}) y las bandas simuladas del 50 y del 90 % contienen lo que prometen. Fuera: difieren, con la misma confianza, más que el margen. Dudoso: lo demás, y menos de {o.LeastTrucks} camiones.",
        $"Inside: the means surely differ by less than the margin ({o.Margin:0%} of the observed one, at least {o.LeastMarginHours * 60:0} min; equivalence test, {o.Alpha:0%}), and the simulated 50 and 90 % bands catch what they promise. Outside: they differ, as surely, by more than the margin. Doubtful: all else, and fewer than {o.LeastTrucks} trucks.");

    /// <summary>Applies it.</summary>
    public static (StudyVerdict Verdict, Bilingual Reason) Of(int trucks, EquivalenceResult? test, BandCoverage? half, BandCoverage? ninety, ValidationOptions o)
    {
        if (test is not { } t) return (StudyVerdict.Doubtful, new("no se puede comparar: sin camiones simulados o con uno solo observado", "cannot be compared: no simulated trucks, or only one observed"));
        if (trucks < o.LeastTrucks) return (StudyVerdict.Doubtful, new($"menos de {o.LeastTrucks} camiones", $"fewer than {o.LeastTrucks} trucks"));
        if (t.Different) return (StudyVerdict.Outside, t.Difference > 0 ? new("el modelo es más lento, por más que el margen", "the model is slower, by more than the margin") : new("el modelo es más rápido, por más que el margen", "the model is faster, by more than the margin"));
        if (!t.Equivalent)
            return (StudyVerdict.Doubtful, Math.Abs(t.Difference) < t.Margin
                ? new("las medias se parecen, pero la muestra no basta para asegurarlo", "the means are alike, but the sample is too small to be sure")
                : new("las medias difieren más que el margen, pero la muestra no basta para asegurarlo", "the means differ by more than the margin, but the sample is too small to be sure"));
        if (Refused(half, o)) return (StudyVerdict.Doubtful, new("la media concuerda, la banda del 50 % no", "the mean agrees, the 50 % band does not"));
        if (Refused(ninety, o)) return (StudyVerdict.Doubtful, new("la media concuerda, la banda del 90 % no", "the mean agrees, the 90 % band does not"));
        return (StudyVerdict.Inside, new("concuerda", "agrees"));
    }

    /// <summary>Whether a band catches fewer than chance would allow. One that catches more only promises too little.</summary>
    private static bool Refused(BandCoverage? band, ValidationOptions o) =>
        band is { } b && Binomial.CDF(b.Level, b.Count, b.Inside) < o.BandAlpha;
}
