using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

internal static class Measures
{
    /// <summary>Every parameter that is a number with a range, in the order of the catalogue.</summary>
    public static IEnumerable<(string Measure, string Key)> MeasureCatalogNumbers =>
        MeasureCatalog.All.SelectMany(m => m.Parameters.Where(p => p.Low < p.High).Select(p => (m.Name, p.Key)));
}
