using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Appraisal.Reports;

/// <summary>The annex as a spreadsheet.</summary>
public static class AppraisalWorkbook
{
    /// <summary>Its bytes.</summary>
    public static byte[] Write(AppraisalResult result, Stamp stamp, Tongue tongue) => [];
}
