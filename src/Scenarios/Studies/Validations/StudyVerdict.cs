namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>How a simulated stratum stands to the study's.</summary>
public enum StudyVerdict
{
    /// <summary>Shown to agree: the mean within the margin, the bands catching what they promise.</summary>
    Inside,
    /// <summary>Neither shown to agree nor to differ.</summary>
    Doubtful,
    /// <summary>Shown to differ by more than the margin.</summary>
    Outside,
}
