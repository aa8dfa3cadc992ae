namespace CorridorTwin.Scenarios.Measures;

/// <summary>A side effect a result must show in the same table row as the gain.</summary>
public enum GuardKind
{
    /// <summary>Physical and scanner examinations no longer made, per 1,000 trucks.</summary>
    InspectionsLost,
    /// <summary>Examinations no longer made times the hit rate: irregularities expected to be missed, per 1,000 trucks.</summary>
    DetectionsLost,
    /// <summary>Hours of waiting added to the trucks that get no priority.</summary>
    WaitOfOthers,
    /// <summary>Staff-hours per week added to the rosters, with their cost.</summary>
    StaffHours,
}

/// <param name="Kind">What to show.</param>
/// <param name="Reason">Why the gain means little without it.</param>
public sealed record Guard(GuardKind Kind, Bilingual Reason);
