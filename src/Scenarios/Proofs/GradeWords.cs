using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Grades of evidence in words.</summary>
public static class GradeWords
{
    /// <summary>Of a measure's effect.</summary>
    public static Bilingual Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Measured => new("medido", "measured"),
        EvidenceGrade.ExAnteClaim => new("meta o anuncio", "ex-ante claim"),
        _ => new("supuesto", "assumption"),
    };

    /// <summary>Of a figure of the baseline.</summary>
    public static Bilingual Of(Grade? grade) => grade switch
    {
        Grade.Assumption => new("supuesto", "assumption"),
        Grade.Read => new("leído en una fuente", "read in a source"),
        Grade.Derived => new("derivado de cifras leídas", "derived from figures read"),
        Grade.Calibrated => new("hallado al calibrar", "found by calibration"),
        Grade.Measured => new("medido", "measured"),
        _ => new("sin grado", "no grade given"),
    };
}
