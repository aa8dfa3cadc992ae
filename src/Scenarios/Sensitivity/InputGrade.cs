using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>How far a figure or an effect size can be trusted, as files and tables say it.</summary>
/// <param name="Id">The word in files and JSON.</param>
/// <param name="Name">The word for planners.</param>
public sealed record InputGrade(string Id, Bilingual Name)
{
    private static readonly InputGrade None = new("none", new("sin calidad", "no grade"));
    private static readonly InputGrade Assumed = new("assumption", new("supuesto", "assumption"));

    /// <summary>The grade of a figure of a file.</summary>
    public static InputGrade Of(Grade? grade) => grade switch
    {
        Inputs.Grade.Assumption => Assumed,
        Inputs.Grade.Read => new("read", new("publicado", "published")),
        Inputs.Grade.Derived => new("derived", new("calculado", "derived")),
        Inputs.Grade.Calibrated => new("calibrated", new("calibrado", "calibrated")),
        Inputs.Grade.Measured => new("measured", new("medido", "measured")),
        _ => None,
    };

    /// <summary>The grade of a measure's effect size.</summary>
    public static InputGrade Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Measured => new("measured", new("medido", "measured")),
        EvidenceGrade.ExAnteClaim => new("ex-ante", new("meta o anuncio", "ex-ante claim")),
        _ => Assumed,
    };
}
